"""Names of our own, of every region of the world, that take the places of a corpus's names in training.

The corpora are old and from few sources; without new names in the old sentences a pipeline learns the
old names by heart.  A word in braces is another table's entry; an underscore stands for a space.
"""

from __future__ import annotations

import re
from functools import cache
from random import Random

from annotations.suggest.rules.given_names import given_names
from annotations.suggest.rules.peoples import adjectives
from annotations.suggest.rules.places import CITIES, REGIONS, STATES, countries, names_in

SLOT = re.compile(r"\{(\w+)\}")

SURNAMES = """
Abbas Abe Abiodun Adeyemi Aguilar Ahmadi Akhtar Akufo Al-Amin Alvarez Andersson Aoki Appiah Arroyo Asante Aydin Aziz
Bachmann Bagheri Bajwa Bakker Balogun Banda Barbosa Barzani Becker Bello Benali Bennett Bergman Bhatt Biden Blanc
Blinken Bolsonaro Botha Bouaziz Bradley Brandt Brooks Brown Burns Byrne Campbell Cardoso Carter Castillo Chakraborty
Chan Chaudhry Chavez Chen Cheng Choi Chowdhury Clark Cohen Collins Conde Contreras Cooper Costa Cruz Dang Das Davies
Davis Delgado Demir Deng Desai Diallo Dias Dimitrov Dlamini Dogan Duarte Dubois Dumont Durand Eze Fadel Farah Faruqi
Fernandes Ferrari Fischer Flores Fofana Foster Fraser Friedman Fujimoto Gallagher Garang Garcia Ghani Gomez Gonzalez
Goldberg Grant Green Griffin Guerrero Gupta Guterres Haddad Haidari Hakimi Halevi Hall Hamdan Hansen Harris Hasan
Hashimi Hayashi Hernandez Hoang Hoffman Horvat Huang Hughes Huseynov Hussaini Ibarra Ishikawa Ivanov Jackson Jaber
Jansen Jensen Jimenez Johansson Johnson Jones Joshi Kabila Kamau Kaplan Karimi Kato Katz Kaur Keita Keller Kelly Kenyatta
Khalil Khan Khatib Kiplagat Kim King Kiselev Klein Kobayashi Kone Kovacs Kovalenko Kowalski Kozlov Kruger Kuznetsov Kwon
Lavrov Laurent Le Lee Lehmann Leroy Levi Lewis Li Lim Lin Lindgren Lopez Lukashenko Luong Macron Mahdi Maliki Mandal
Mansour Marin Markovic Martinez Massoud Mbeki Mbeya McCarthy McKenzie Medvedev Mehta Melnyk Mendoza Menon Merkel Meyer
Miller Mitchell Modi Mokoena Mora Morales Moreau Moreno Morgan Moyo Mueller Murphy Mwangi Nair Nakamura Nasser Ncube
Ndiaye Neumann Ng Nguema Nguyen Nielsen Nikolaidis Nkrumah Novak Nunez Obama Obi O'Brien O'Connor Odinga Oduya Okafor
Okonkwo Oliveira Olsen Omar Ortega Osman Osei Ouattara Ozturk Pak Papadopoulos Park Patel Pavlov Pereira Perez Peters
Petrenko Petrov Pham Phillips Pillai Popescu Popov Porter Powell Putin Qureshi Rahimi Rahman Raisi Ramirez Ramos Rao
Rashid Reddy Reid Reyes Rhee Ricci Rivera Roberts Robinson Rojas Romano Romero Rossi Rousseau Roux Ruiz Rutte Saeed
Saleh Salinas Salvini Sanchez Santos Sato Schmidt Schneider Scholz Schwartz Shapiro Sharif Sharma Shevchenko Shimizu
Silva Singh Sisi Smith Sokolov Soto Stewart Stoltenberg Sullivan Sunak Suzuki Svensson Sy Szabo Tadesse Takahashi Tamimi
Tan Tanaka Tariq Taylor Tembo Thapa Thompson Tkachenko Torres Toure Traore Tran Trump Truong Tshabalala Tusk Usman
Van_der_Merwe Vargas Vasquez Vogel Volkov Von_Braun Vu Wagner Walker Wang Watanabe Weber Weiss White Widodo Williams
Wilson Winters Wolf Wong Wright Wu Yadav Yamamoto Yang Yilmaz Yoon Young Yusuf Zapata Zardari Zelensky Zhang Zhao Zhou
Zimmermann Zulu Zuma Bin_Salman Bin_Zayed Ben_Ali Ould_Cheikh De_Silva Da_Costa Al-Thani Al_Nahyan Abu_Bakr
"""

GIVEN = """
Abebe Abimbola Adaeze Aditi Ahmet Aiko Ajay Akosua Amara Amina Ananya Andriy Anjali Antonia Anwar Aung Ayesha Ayodele
Babajide Bandar Beatriz Bilal Bongani Camila Chidi Chinedu Daisuke Dinesh Ebrahim Ekaterina Emeka Emre Enrique Fadi
Faisal Farhan Fatou Feng Folake Goran Guadalupe Gulnara Habib Haruto Haifa Hamza Hassan Hiba Hyun-woo Ibtisam Ifeoma
Ilham Ines Iqbal Isha Ji-hoon Jamila Joko Kamala Kaori Katarzyna Kemal Kenji Khadija Kofi Kwame Layla Leila Lina Lwazi
Mahdi Maksym Malala Mateo Mei Milan Min-jun Moses Mthunzi Muqtada Nadeem Najib Nasser Naledi Nguyen Nikos Nirmala Nour
Oleksandr Oluwaseun Omid Osama Pavel Piotr Qasim Quang Rania Rasheed Recep Rekha Reza Rishi Rodolfo Rohan Sadiq Sakura
Salah Sani Shehbaz Shirin Siddharth Soo-jin Sunita Taisuke Tamim Tendai Thabo Thandiwe Tomasz Ursula Volodymyr Wei Xi
Ximena Yair Yasmina Yevgeny Yuki Yun-seo Zainab Zeynep Zanele
"""

#: What stands behind "al-", "Al " or "Abu ".
ARABIC = """
Abadi Amiri Ansari Asiri Ashtar Attar Awadi Badri Baghdadi Banna Basri Dulaimi Faraj Fayyad Ghazali Haddad Hakim
Halabi Hariri Hashimi Jaafari Jubouri Kaabi Khalidi Khatib Maliki Masri Mazroui Mutairi Najafi Obeidi Otaibi Qahtani
Qassim Rashidi Rawi Rubaie Sabah Saadi Sadr Shammari Sharif Shahrani Sudani Tamimi Tikriti Utaybi Yamani Zahrani Zawi
"""

PLACES = names_in("""
Agadez, Aqaba, Arbil, Bakhmut, Balad, Bamenda, Beitbridge, Beledweyne, Bucha, Cox's Bazar, Darwin, Djibo, Dohuk,
Eilat, El Fasher, Enerhodar, Gao, Garissa, Goma, Gwadar, Hodeida, Incirlik, Jaffa, Jalalabad, Kidal, Kismayo, Kursk,
Lashkar Gah, Maiduguri, Manbij, Marib, Metula, Mukalla, Netanya, Okinawa, Ouallam, Palmyra, Pokrovsk, Pulwama,
Qamishli, Qayyarah, Ramstein, Rumaila, Rzeszow, Sderot, Sidon, Sirte, Sittwe, Sulaimaniyah, Taiz, Tarhuna, Tyre,
Tyumen, Wau, Yambio, Zintan, Zliten, al-Qaim, al-Hasakah, al-Bukamal, al-Mukha, Al Hudaydah, Al Kut, Ain Issa,
Deir Hafir, Jabal Sinjar, Abu Kamal, Tal Afar, Umm Qasr, Ras Lanuf, Bani Walid, Khan Sheikhoun, Wadi Halfa
""")

#: Names of organisations by how they are built.
ORGANISATIONS = names_in("""
{surname} Group, {surname} & {surname}, {surname} Industries, {surname} Institute, {surname} Foundation, {city} Times,
{city} Post, {city} Bank, {city} University, University of {city}, {city} Police Department, {city} City Council,
{city} Airlines, {city} United, Bank of {country}, Central Bank of {country}, {people} Ministry of {field},
Ministry of {field}, {field} Ministry, Department of {field}, {field} Department, US Department of {field},
{people} {field} Ministry, {field} Committee, {people} Red Crescent, {people} Army, {people} Navy, {people} Air Force,
{people} National Guard, {people} Armed Forces, {people} Parliament, {people} Football Association,
{people} Observatory for Human Rights, {people} Broadcasting Corporation, {people} National Oil Company,
{people} Central Bank, {people} Democratic Party, {people} Liberation Front, {people} Liberation Army,
{people} Resistance Council, {people} Intelligence Service, {country} National Police, {country} Airways,
{country} Olympic Committee, {country} Election Commission, Free {people} Army, United {people} Front,
National {field} Agency, National {field} Council, Federal {field} Agency, Federal {field} Commission,
International {field} Organization, International {field} Agency, World {field} Council, {field} Watch, Global {field} Fund,
Royal {people} Navy, {arabmovement}, {arabmovement}, {arabmovement}, {arabmovement}, {arabmovement} Brigades,
{arabmovement} Movement, {ordinal} Infantry Division, {ordinal} Fleet, {ordinal} Airborne Brigade,
{ordinal} Mechanized Brigade, Northern Command, Southern Command, Joint {field} Command, Special Operations Command,
US Central Command, US Africa Command, European Command, Operational Command South, People's {field} Party,
{field} Workers' Union, {field} and {field} Authority, Centre for {field} Studies, Council on {field} Affairs,
Office of {field} Oversight, {surname} Capital, {surname} Pharmaceuticals, {surname} Motors, {surname} Energy,
{city} Stock Exchange, {city} Herald, {city} Hospital Trust, {city} Chamber of Commerce, {city} Fire Brigade
""")

MOVEMENTS = names_in("""
Kataib al-{arabic}, Harakat al-{arabic}, Liwa al-{arabic}, Saraya al-{arabic}, Ansar al-{arabic}, Jaish al-{arabic},
Jund al-{arabic}, Asaib al-{arabic}, Hezb-e {arabic}, Jabhat al-{arabic}, Ahrar al-{arabic}, Faylaq al-{arabic},
Lashkar-e-{arabic}, Tehrik-e-{arabic}, Al-{arabic}, al-{arabic}, Hizb al-{arabic}
""")

FIELDS = names_in("""
Defense, Defence, Interior, Foreign Affairs, Health, Finance, Justice, Education, Agriculture, Energy, Transport,
Labor, Labour, Trade, Commerce, Environment, Security, Intelligence, Immigration, Tourism, Culture, Maritime,
Nuclear Energy, Human Rights, Migration, Civil Aviation, Disaster Management, Electoral, Atomic Energy, Police, Water
""")

ORDINALS = "1st 2nd 3rd 5th 7th 10th 25th 36th 82nd 93rd 101st Third Fifth Sixth Seventh Ninth Eleventh"

ACRONYMS = """
ADF AFCON AMISOM ANC BBC BNP CBS CDC CDU CENTCOM AFRICOM EUCOM CENTCOM CIA CNBC CNN CNRS COP DRC DPA ECB ECHR ECOWAS EFF ELN
EPA ESA EU FAO FARC FBI FIFA FIA FSA FSB FTC GCC GRU HRW HTS HSBC ICC ICJ ICRC IDF IFRC ILO IMF IOM IRGC ISIL ISIS ISIS-K
ISW JNIM KCNA KRG LNA MDC MINUSMA MSF NAACP NATO NBC NCP NDTV NHK NHS NIH NPR NRC NSA NTSB OCHA OECD OPCW OPEC OSCE PDF
PKK PLA PMF PMU PTI RSF RTE SAF SANA SDF SEC SPD SPLM TASS TPLF TTP TVP UEFA UNAMA UNDP UNHCR UNICEF UNIFIL UNRWA USAID
USDA WFP WHO WTO YPG ZANU-PF
"""

SINGLE_ORGANISATIONS = names_in("""
Hamas, Hezbollah, Taliban, Fatah, Houthi, Houthis, Daesh, Boko Haram, al-Shabaab, al-Qaeda, Pentagon, Kremlin,
White House, Downing Street, Congress, Senate, Knesset, Bundestag, Duma, Reuters, Bloomberg, Xinhua, Yonhap, Kyodo,
Interfax, Al Jazeera, Al Arabiya, Politico, Axios, Sky News, Fox News, Haaretz, Dawn, Le Monde, Der Spiegel, Clarin,
Associated Press, Google, Microsoft, Amazon, Apple, Meta, Facebook, TikTok, Twitter, Tesla, SpaceX, OpenAI, Nvidia,
Intel, Samsung, Huawei, Alibaba, Tencent, Toyota, Volkswagen, Boeing, Airbus, Raytheon, Lockheed Martin, Rosneft,
Gazprom, Aramco, Shell, Chevron, Maersk, Siemens, Nestle, Pfizer, Moderna, BioNTech, Uber, Airbnb, Netflix, Spotify,
Embraer, Petrobras, Vale, Tata, Reliance, Infosys, Adani, Safaricom, MTN, Ethiopian Airlines, Emirates, Qantas,
Fidesz, Likud, Syriza, Vox, Podemos, Labour, Sinn Fein, Ansar Allah, Wagner, Islamic State, IS, Quds Force,
Islamic Revolutionary Guard Corps, Revolutionary Guards, Popular Mobilization Forces, Peshmerga, Amnesty International,
Human Rights Watch, Doctors Without Borders, Red Cross, Oxfam, Save the Children, Supreme Court, Security Council
""")

FACILITIES = names_in("""
{base} Air Base, {base} Air Base, {base} air base, {base} Airbase, {base} airbase, {base} Airfield, {base} Air Force Base,
{base} military base, {base} Naval Base, {base} base, Camp {surname}, Fort {surname}, Camp {city}, Joint Base {surname},
{city} International Airport, {city} Airport, {city} airport, {surname} International Airport, {surname} Airport,
{city} General Hospital, {surname} Hospital, al-{arabic} Hospital, al-{arabic} hospital, {city} University Hospital,
{surname} Medical Center, {surname} Bridge, {city} Bridge, {surname} Dam, {surname} Stadium, {city} Stadium,
{city} Prison, {surname} Prison, {surname} Square, {surname} Street, {surname} Tower, {city} Central Station, Port of {city},
{city} Cathedral, al-{arabic} Mosque, {surname} Palace, {city} Nuclear Power Plant, {base} nuclear power plant, {surname} Hall,
{city} Museum, {surname} Park, Hotel {surname}, {city} Refinery, {base} refinery, {surname} Tunnel, {surname} Terminal,
{city} Convention Center, {surname} Highway, Highway {number}, {city} Embassy, {base} refugee camp, {base} crossing,
Tower {number}
""")

EVENTS = names_in("""
{country}-{country} war, {people} Civil War, {people} civil war, {people} Revolution, Battle of {city}, {city} Marathon,
Siege of {city}, Hurricane {given}, Cyclone {given}, Typhoon {given}, Operation {surname} Shield, {city} Olympics,
{city} Film Festival, {people} Grand Prix, {city} Summit, {people} War, {city} attacks, {people} Open, Storm {given}
""")

LOCATIONS = names_in("""
{surname} River, {surname} Valley, Mount {surname}, Lake {city}, Gulf of {city}, {city} Desert, {surname} Mountains,
{surname} Island, {people} Peninsula, Strait of {city}, Cape {surname}, Bay of {city}, Middle East, Red Sea, Persian Gulf,
Gulf of Aden, West Bank, Gaza Strip, Horn of Africa, Sahel, Baltic Sea, Black Sea, Indo-Pacific, Balkans, Caucasus
""")

TITLES = names_in("""
President, Prime Minister, Defense Secretary, Defence Secretary, Secretary of State, Foreign Minister, Senator, Sen.,
Rep., Gov., Governor, Mayor, Gen., Maj. Gen., Lt. Gen., Brig. Gen., Col., Lt. Col., Capt., Sgt., Adm., Rear Adm.,
General, Colonel, Judge, Justice, Chancellor, King, Queen, Sheikh, Ayatollah, Imam, Pope, Dr., Mr., Ms., Mrs., Professor,
spokesman, spokeswoman, spokesperson, analyst, Ambassador, Press Secretary, Minister, Chairman, Commander, Police Chief
""")

PERSONS = names_in("""
{given} {surname}, {given} {surname}, {given} {surname}, {given} {surname}, {given} {surname}, {given} {surname},
{given} {surname}, {given} {surname}, {given} {surname}, {given} {letter}. {surname}, {given} al-{arabic}, {given} Al-{arabic},
{given} Abu {arabic}, {given} {given} al-{arabic}, {given} {surname}-{surname}, {given} {given} {surname}, {given} bin {given},
Abu {given} al-{arabic}, {given} {surname} Jr.
""")

SHORT_PERSONS = names_in("""
{surname}, {surname}, {surname}, {surname}, {surname}, {surname}, {surname}, {surname}, {surname}, {surname}, al-{arabic},
Al-{arabic}, {given}, Abu {arabic}
""")


def _words(table: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in table.split())


@cache
def tables() -> dict[str, tuple[str, ...]]:
    """Return the table of each slot, by its name; entries have slots of their own."""
    return {
        "PERSON": PERSONS,
        "short_person": SHORT_PERSONS,
        "ORG": (*ORGANISATIONS, *_words(ACRONYMS), *SINGLE_ORGANISATIONS),
        "long_org": ORGANISATIONS,
        "short_org": SINGLE_ORGANISATIONS,
        "acronym": _words(ACRONYMS),
        "GPE": ("{country}", "{city}", "{city}", "{state}"),
        "LOC": LOCATIONS,
        "region": REGIONS,
        "NORP": adjectives(),
        "FAC": FACILITIES,
        "EVENT": EVENTS,
        "title": TITLES,
        "surname": _words(SURNAMES),
        "given": (*_words(GIVEN), *_words(GIVEN), *given_names()),
        "arabic": _words(ARABIC),
        "arabmovement": MOVEMENTS,
        "city": (*CITIES, *PLACES),
        "base": (*PLACES, "{surname}", "al-{arabic}", "Al {arabic}", "Ain al-{arabic}", "Ain {arabic}"),
        "state": STATES,
        "country": countries(),
        "people": adjectives(),
        "field": FIELDS,
        "ordinal": tuple(ORDINALS.split()),
        "number": tuple(map(str, range(1, 100))),
        "letter": tuple("ABCDEFGHJKLMNPRSTW"),
    }


def made(slot: str, rng: Random) -> str:
    """Return an entry of that table, its slots filled."""
    return SLOT.sub(lambda match: made(match[1], rng), rng.choice(tables()[slot]))
