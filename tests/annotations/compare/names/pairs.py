"""Pairs of real names, equal and look-alike, written before the rules were measured.

A line: labels, then the two names, with = for one thing and ≠ for two.  Of each two lines the second was set aside until
the rules were done: `ASIDE`.
"""

from __future__ import annotations

from typing import NamedTuple

TABLE = """
PERSON PERSON | Muammar Gaddafi = Moammar Qaddafi
PERSON PERSON | Muammar Gaddafi = Muammar Qadhafi
PERSON PERSON | Bashar al-Assad = Bashar Assad
PERSON PERSON | Volodymyr Zelensky = Volodymyr Zelenskyy
PERSON PERSON | Volodymyr Zelenskiy = Володимир Зеленський
PERSON PERSON | Alexei Navalny = Aleksei Navalny
PERSON PERSON | Alexander Lukashenko = Aleksandr Lukashenko
PERSON PERSON | Qassem Soleimani = Qasem Suleimani
PERSON PERSON | Ayman al-Zawahiri = Ayman al-Zawahri
PERSON PERSON | Osama bin Laden = Usama bin Ladin
PERSON PERSON | Abdel Fattah el-Sisi = Abdel-Fattah al-Sissi
PERSON PERSON | Hassan Nasrallah = Hasan Nasrallah
PERSON PERSON | Ismail Haniyeh = Ismail Haniya
PERSON PERSON | Mohammed bin Salman = Mohammad bin Salman
PERSON PERSON | Muqtada al-Sadr = Moqtada Sadr
PERSON PERSON | Ali Abdullah Saleh = Ali Abdallah Salih
PERSON PERSON | Mahmoud Ahmadinejad = Mahmud Ahmadinejad
PERSON PERSON | Sergei Lavrov = Sergey Lavrov
PERSON PERSON | Dmitry Medvedev = Dmitri Medvedev
PERSON PERSON | Yulia Tymoshenko = Yulia Timoshenko
PERSON PERSON | Nicolás Maduro = Nicolas Maduro
PERSON PERSON | Recep Tayyip Erdoğan = Recep Tayyip Erdogan
PERSON PERSON | Joe Biden = Joseph Biden
PERSON PERSON | Bill Clinton = William Clinton
PERSON PERSON | Bernie Sanders = Bernard Sanders
PERSON PERSON | George W. Bush = George Bush
PERSON PERSON | Dwight D. Eisenhower = Dwight Eisenhower
PERSON PERSON | J.K. Rowling = J. K. Rowling
PERSON PERSON | Kim Jong-un = Kim Jong Un
PERSON PERSON | President Emmanuel Macron = Emmanuel Macron
PERSON PERSON | Gen. Mark Milley = Mark Milley
PERSON PERSON | Abdulmalik al-Houthi = Abdul-Malik al-Huthi
PERSON PERSON | Benjamin Netanyahu = Binyamin Netanyahu
PERSON PERSON | Hamid Karzai = Hamed Karzai
PERSON PERSON | Ursula von der Leyen = U. von der Leyen
PERSON PERSON | Alex Salmond = Alexander Salmond
PERSON PERSON | Novak Đoković = Novak Djokovic
PERSON PERSON | Jean-Claude Juncker = Jean Claude Juncker
PERSON PERSON | Mikhail Gorbachev = Michail Gorbachev
PERSON PERSON | Omar al-Bashir = Umar al-Bashir
PERSON PERSON | Fayez al-Sarraj = Fayez Serraj
PERSON PERSON | Khalifa Haftar = Khalifa Hifter
PERSON PERSON | Liz Truss = Elizabeth Truss
PERSON PERSON | Mike Pompeo = Michael Pompeo
PERSON PERSON | Tedros Adhanom Ghebreyesus = Tedros Adhanom Gebreyesus
PERSON PERSON | Saif al-Islam Gaddafi ≠ Muammar Gaddafi
PERSON PERSON | George W. Bush ≠ George H.W. Bush
PERSON PERSON | Kim Jong-un ≠ Kim Jong-il
PERSON PERSON | Bashar al-Assad ≠ Hafez al-Assad
PERSON PERSON | Hillary Clinton ≠ Bill Clinton
PERSON PERSON | Donald Trump ≠ Donald Trump Jr.
PERSON PERSON | Robert F. Kennedy ≠ Robert F. Kennedy Jr.
PERSON PERSON | Carlo Rossi ≠ Carla Rossi
PERSON PERSON | Mario Silva ≠ Maria Silva
PERSON PERSON | Jean Smith ≠ Joan Smith
PERSON PERSON | Hassan Rouhani ≠ Hussein Rouhani
PERSON PERSON | Simon Weil ≠ Simone Weil
PERSON PERSON | Francis Underwood ≠ Frances Underwood
PERSON PERSON | Andre Lopez ≠ Andrea Lopez
PERSON PERSON | John Reid ≠ John Reed
PERSON PERSON | Michelle Obama ≠ Michael Obama
PERSON PERSON | Rajiv Gandhi ≠ Rahul Gandhi
PERSON PERSON | Indira Gandhi ≠ Indra Gandhi
PERSON PERSON | Jamal Hussein ≠ Jamil Hussein
PERSON PERSON | Paul Martin ≠ Paula Martin
PERSON PERSON | Louis Martinez ≠ Louisa Martinez
PERSON PERSON | Boris Johnson ≠ Boris Jonsson Berg
PERSON PERSON | Ali Khamenei ≠ Ruhollah Khomeini
PERSON PERSON | Abdullah Gül ≠ Abdullah Öcalan
PERSON PERSON | Martin Luther ≠ Martin Luther King
PERSON PERSON | Nawaz Sharif ≠ Shehbaz Sharif
PERSON PERSON | Chen Wei ≠ Shen Wei
PERSON PERSON | Mohammed bin Zayed ≠ Mohammed bin Rashid
PERSON PERSON | James Cameron ≠ David Cameron
PERSON PERSON | Wang Yi ≠ Wang Yang
PERSON PERSON | Marine Le Pen ≠ Jean-Marie Le Pen
PERSON PERSON | Fidel Castro ≠ Raúl Castro
PERSON PERSON | Paul Simon ≠ Pauline Simon
GPE GPE | Kyiv = Kiev
GPE GPE | Sana'a = Sanaa
GPE GPE | Hodeidah = Al Hudaydah
GPE GPE | Hodeida = al-Hudayda
GPE GPE | Deir ez-Zor = Deir al-Zor
GPE GPE | Benghazi = Bengazi
GPE GPE | Mazar-i-Sharif = Mazar-e Sharif
GPE GPE | Bogotá = Bogota
GPE GPE | Fallujah = Falluja
GPE GPE | Mumbai = Bombay
GPE GPE | Raqqa = Ar-Raqqah
GPE GPE | Al-Qusayr = Qusair
GPE GPE | St. Petersburg = Saint Petersburg
GPE GPE | Peru = PERU
GPE GPE | Ivory Coast = Côte d'Ivoire
GPE GPE | Burma = Myanmar
GPE GPE | Czech Republic = Czechia
GPE GPE | U.S. = United States
GPE GPE | U.A.E. = United Arab Emirates
GPE GPE | Britain = United Kingdom
GPE GPE | DRC = Democratic Republic of the Congo
GPE GPE | Turkey = Türkiye
GPE GPE | Holland = the Netherlands
GPE GPE | Zaporizhzhia = Zaporizhia
GPE GPE | Jalalabad = Jelalabad
GPE GPE | Khan Younis = Khan Yunis
GPE GPE | Hodeidah governorate = Hodeidah province
GPE GPE | Severodonetsk = Sievierodonetsk
GPE LOC | Donbas = Donbass
GPE GPE | Köln = Cologne
GPE GPE | Makkah = Mecca
GPE GPE | Beyond Peru = Peru
LOC LOC | Strait of Hormuz = Hormuz Strait
LOC LOC | Bab al-Mandab = Bab el-Mandeb Strait
LOC LOC | Mount Everest = Mt. Everest
LOC LOC | Atlantic = Atlantic Ocean
LOC LOC | Sinai Peninsula = the Sinai
LOC LOC | South China Sea = SOUTH CHINA SEA
GPE GPE | Niger ≠ Nigeria
GPE GPE | Iran ≠ Iraq
GPE GPE | Austria ≠ Australia
GPE GPE | Mali ≠ Malawi
GPE GPE | Slovakia ≠ Slovenia
GPE GPE | Guinea ≠ Guinea-Bissau
GPE GPE | Dominica ≠ Dominican Republic
GPE GPE | Congo-Brazzaville ≠ Congo-Kinshasa
GPE GPE | North Korea ≠ South Korea
GPE GPE | Sudan ≠ South Sudan
GPE GPE | El Salvador ≠ Salvador
GPE GPE | Hama ≠ Homs
GPE GPE | Tripoli ≠ Tripolis
GPE GPE | Mexico ≠ New Mexico
GPE GPE | Gaza ≠ Gaza City
GPE GPE | Kobe ≠ Cuba
GPE GPE | Basra ≠ Basel
GPE GPE | Amman ≠ Oman
GPE GPE | Saada ≠ Sanaa
GPE GPE | Medina ≠ Modena
GPE GPE | Bali ≠ Mali
LOC LOC | Yellow Sea ≠ Black Sea
LOC LOC | Gulf of Aden ≠ Gulf of Oman
LOC GPE | Niger River ≠ Niger
GPE GPE | Panama ≠ Panama City
GPE GPE | Bihar ≠ Bahar Dar
GPE NORP | Peru ≠ Peruvian
GPE NORP | the U.S. ≠ Americans
GPE PERSON | Jordan ≠ Jordan
GPE PERSON | Jackson ≠ Jackson
NORP NORP | Houthi = Huthis
NORP ORG | Houthi = Houthis
ORG ORG | Houthi movement = Houthis
NORP NORP | Peruvians = Peruvian
NORP NORP | Britons = British
NORP NORP | Shi'ite = Shiites
NORP NORP | Uyghurs = Uighur
NORP NORP | Frenchmen = French
ORG ORG | Hezbollah = Hizbullah
ORG ORG | Hizballah = Hezbollah
ORG ORG | al-Qaeda = Al-Qaida
ORG ORG | Taliban = Taleban
ORG ORG | al-Shabab = Al-Shabaab
ORG ORG | Kataib Hezbollah = Kata'ib Hizballah
ORG ORG | Lashkar-e-Taiba = Lashkar-e-Tayyiba
ORG ORG | Boeing = Boeing Co.
ORG ORG | Wagner = Wagner Group
ORG ORG | Apple Inc. = Apple
ORG ORG | Walmart = Wal-Mart
ORG ORG | ExxonMobil = Exxon Mobil
ORG ORG | US Central Command = CENTCOM
ORG ORG | U.S. Central Command = USCENTCOM
ORG ORG | US Fleet Command = Fleet Command
ORG ORG | Fleet Forces Command = FLEETFORCOM
ORG ORG | UN = United Nations
ORG ORG | EU = European Union
ORG ORG | UN Security Council = United Nations Security Council
ORG ORG | Rapid Support Forces = RSF
ORG ORG | International Atomic Energy Agency = IAEA
ORG ORG | Economic Community of West African States = ECOWAS
ORG ORG | United Nations Conference on Trade and Development = UNCTAD
ORG ORG | United Kingdom Maritime Trade Operations = UKMTO
ORG ORG | UK Maritime Trade Operations = UKMTO
ORG ORG | Federal Bureau of Investigation = FBI
ORG ORG | Organization for Security and Co-operation in Europe = OSCE
ORG ORG | Syrian Observatory for Human Rights = SOHR
ORG ORG | Ukrainian Ministry of Defence = Ukraine's Defense Ministry
ORG ORG | British Ministry of Defence = Ministry of Defence of the United Kingdom
ORG ORG | Peruvian Navy = Navy of Peru
ORG ORG | Islamic State = Daesh
ORG ORG | Islamic State = ISIS
ORG ORG | Médecins Sans Frontières = Doctors Without Borders
ORG ORG | World Health Organisation = World Health Organization
ORG ORG | Revolutionary Guards = Revolutionary Guard
ORG ORG | Fifth Fleet = 5th Fleet
ORG ORG | AT&T = A.T.&T.
ORG ORG | McDonald's = McDonalds
ORG ORG | NATO = Nato
ORG ORG | Johnson & Johnson = Johnson and Johnson
ORG ORG | Pakistani Taliban ≠ Taliban
ORG ORG | Fifth Fleet ≠ Sixth Fleet
ORG ORG | Peruvian Navy ≠ Chilean Navy
ORG ORG | US Central Command ≠ US Southern Command
ORG ORG | Hamas ≠ Amal
ORG ORG | British Red Cross ≠ American Red Cross
ORG ORG | Red Cross ≠ Red Crescent
ORG ORG | Islamic Jihad ≠ Islamic State
ORG ORG | Bank of England ≠ Bank of Ireland
ORG ORG | Supreme Court ≠ Israeli Supreme Court
ORG ORG | Defence Ministry ≠ Interior Ministry
ORG ORG | Tata Motors ≠ Tata Steel
ORG ORG | Manchester City ≠ Manchester United
ORG ORG | Inter Milan ≠ AC Milan
ORG ORG | University of Washington ≠ Washington University
ORG ORG | Columbia University ≠ University of British Columbia
ORG ORG | European Council ≠ Council of Europe
ORG ORG | Labour Party ≠ Labor Front
ORG ORG | World Bank ≠ World Trade Organization
ORG ORG | Kataib Hezbollah ≠ Hezbollah
ORG ORG | New York Times ≠ New York Post
ORG ORG | Associated Press ≠ AFP
ORG ORG | FBI ≠ FSB
ORG ORG | ISIS ≠ ISI
ORG ORG | General Motors ≠ General Electric
ORG ORG | National Guard ≠ Republican National Guard
ORG ORG | Russian Foreign Ministry ≠ Ukrainian Foreign Ministry
ORG ORG | Syrian Democratic Forces ≠ Syrian Armed Forces
ORG ORG | United Airlines ≠ United Nations
ORG GPE | Chelsea ≠ Chelsea
FAC FAC | Hodeidah port = Port of Hodeidah
FAC FAC | Al Dailami Air Base = al-Dailami airbase
FAC FAC | Heathrow Airport = London Heathrow Airport
FAC FAC | RAF Akrotiri = Akrotiri air base
FAC FAC | Al-Shifa Hospital = Shifa hospital
FAC FAC | Camp Lemonnier = Camp Lemonier
FAC FAC | Kennedy Airport = John F. Kennedy Airport
FAC FAC | Ain al-Asad Air Base = Ayn al-Asad airbase
FAC FAC | Zaporizhzhia Nuclear Power Plant = Zaporizhzhia nuclear plant
FAC FAC | Evin Prison = Evin jail
FAC FAC | Ben Gurion Airport = Ben-Gurion airport
FAC FAC | Rafah crossing = Rafah border crossing
FAC FAC | Hodeidah airport ≠ Hodeidah port
FAC FAC | O'Hare Airport ≠ Midway Airport
FAC FAC | Al-Shifa Hospital ≠ Al-Quds Hospital
FAC FAC | Nellis Air Force Base ≠ Nellis Hospital
FAC FAC | St. Mary's Hospital ≠ St. Mary's Children's Hospital
FAC FAC | Kabul Airport ≠ Kandahar Airport
FAC FAC | Terminal 1 ≠ Terminal 2
FAC FAC | Houston Airport ≠ Houston International Airport
FAC FAC | Camp Victory ≠ Camp Victoria
FAC GPE | Hodeidah airport ≠ Hodeidah
FAC FAC | West Gate Hospital ≠ Gate Hospital
FAC FAC | North Terminal ≠ South Terminal
EVENT EVENT | war in Ukraine = Ukraine war
EVENT EVENT | Russia-Ukraine war = war in Ukraine
EVENT EVENT | World War II = Second World War
EVENT EVENT | World War Two = WWII
EVENT EVENT | Operation Prosperity Guardian = Prosperity Guardian
EVENT EVENT | October 7 attack = Oct. 7 attacks
EVENT EVENT | Olympics = Olympic Games
EVENT EVENT | Syrian civil war = Syria conflict
EVENT EVENT | Iraq War ≠ Iran-Iraq War
EVENT EVENT | World War I ≠ World War II
EVENT EVENT | 2014 World Cup ≠ 2018 World Cup
EVENT EVENT | Hurricane Maria ≠ Hurricane Mario
EVENT EVENT | Gulf War ≠ Cold War
EVENT EVENT | Summer Olympics ≠ Winter Olympics
PRODUCT PRODUCT | F-16 = F16
PRODUCT PRODUCT | USS Carney = Carney
PRODUCT PRODUCT | MiG-29 = MIG 29
PRODUCT ORG | Galaxy Leader = Galaxy Leader
PRODUCT PRODUCT | F-16 ≠ F-18
PRODUCT PRODUCT | USS Mason ≠ HMS Mason
PRODUCT PRODUCT | iPhone 14 ≠ iPhone 15
PRODUCT PERSON | John McCain ≠ John McCain
LAW LAW | Geneva Convention = Geneva Conventions
LAW LAW | Paris Agreement = Paris climate accord
LAW LAW | Resolution 2722 ≠ Resolution 2216
LAW LAW | First Amendment ≠ Second Amendment
"""

# Written after the rules had been measured on both halves, and measured once before the rules were touched again.
LATER_TABLE = """
PERSON PERSON | Saddam Hussein = Saddam Husayn
PERSON PERSON | Yasser Arafat = Yasir Arafat
PERSON PERSON | Mahmoud Abbas = Mahmud Abbas
PERSON PERSON | Nouri al-Maliki = Nuri al-Maliki
PERSON PERSON | Haider al-Abadi = Haidar al-Abadi
PERSON PERSON | Abu Bakr al-Baghdadi = Abu Bakr Baghdadi
PERSON PERSON | Viktor Yanukovych = Viktor Yanukovich
PERSON PERSON | Nikita Khrushchev = Nikita Khruschev
PERSON PERSON | Boris Yeltsin = Boris Eltsin
PERSON PERSON | Slobodan Milošević = Slobodan Milosevic
PERSON PERSON | Ahmed Shah Massoud = Ahmad Shah Masood
PERSON PERSON | Ashraf Ghani = Ashraf Ghanni
PERSON PERSON | Gulbuddin Hekmatyar = Gulbudin Hekmatyar
PERSON PERSON | John F. Kennedy = John Kennedy
PERSON PERSON | Dick Cheney = Richard Cheney
PERSON PERSON | Senator Ted Cruz = Ted Cruz
PERSON PERSON | Roh Moo-hyun = Roh Moo Hyun
PERSON PERSON | Robert Mugabe = R. Mugabe
PERSON PERSON | Thomas Friedman = Tom Friedman
PERSON PERSON | Sheikh Hasina ≠ Khaleda Zia
PERSON PERSON | Kamal Adwan ≠ Kamil Adwan
PERSON PERSON | Joe Kennedy ≠ John Kennedy
PERSON PERSON | Erica Jong ≠ Eric Jong
PERSON PERSON | Ali Larijani ≠ Sadeq Larijani
PERSON PERSON | Marco Rubio ≠ Marcos Rubio
PERSON PERSON | Julio Iglesias ≠ Julia Iglesias
PERSON PERSON | Daniel Ortega ≠ Daniela Ortega
PERSON PERSON | Amin Gemayel ≠ Bachir Gemayel
GPE GPE | Mosul = Mosul
GPE GPE | Tal Afar = Tel Afar
GPE GPE | Ta'izz = Taiz
GPE GPE | Ma'rib = Marib
GPE GPE | Aleppo ≠ Lepanto
GPE GPE | Lugansk = Luhansk
GPE GPE | Calcutta = Kolkata
GPE GPE | Kandahar = Qandahar
GPE GPE | Kunduz = Konduz
GPE GPE | Russia = Russian Federation
GPE GPE | South Korea = Republic of Korea
GPE GPE | Swaziland = Eswatini
GPE GPE | Gambia ≠ Zambia
GPE GPE | Latvia ≠ Lithuania
GPE GPE | Georgia ≠ South Georgia
GPE GPE | Santiago ≠ San Diego
GPE GPE | Kashmir ≠ Cashmere Falls
GPE GPE | York ≠ New York
LOC LOC | Gulf of Mexico = Mexico Gulf
LOC LOC | Lake Chad ≠ Chad
LOC LOC | Sea of Azov = Azov Sea
ORG ORG | Hizbollah = Hezbollah
ORG ORG | Ansar Allah = Ansarallah
ORG ORG | Jaish-e-Mohammed = Jaish-e-Mohammad
ORG ORG | Boko Haram ≠ Ansaru
ORG ORG | Lockheed Martin Corp. = Lockheed Martin
ORG ORG | U.S. Army = United States Army
ORG ORG | World Food Programme = WFP
ORG ORG | North Atlantic Treaty Organization = NATO
ORG ORG | Democratic Unionist Party = DUP
ORG ORG | Royal Bank of Scotland = RBS
ORG ORG | Iranian Revolutionary Guard = IRGC
ORG ORG | Israel Defense Forces = IDF
ORG ORG | Ministry of Foreign Affairs of China = Chinese Foreign Ministry
ORG ORG | US Africa Command = AFRICOM
ORG ORG | Tesla, Inc. = Tesla
ORG ORG | Popular Mobilization Forces = Popular Mobilisation Forces
ORG ORG | Democratic Party ≠ Democratic Unionist Party
ORG ORG | Bank of America ≠ Bank of Canada
ORG ORG | US Navy ≠ Royal Navy
ORG ORG | Israeli Air Force ≠ Iraqi Air Force
ORG ORG | Air France ≠ Air China
ORG ORG | Al-Aqsa Brigades ≠ Al-Qassam Brigades
ORG ORG | Houthi movement ≠ Hirak movement
FAC FAC | Baghdad International Airport = Baghdad international airport
FAC FAC | Guantanamo prison = Guantánamo jail
FAC FAC | Bagram Air Base = Bagram airbase
FAC FAC | Aden port ≠ Aden airport
FAC FAC | Ramstein Air Base ≠ Rammstein Hospital
FAC FAC | JFK Airport ≠ LaGuardia Airport
FAC FAC | Incirlik Air Base = Incirlik airbase
EVENT EVENT | First World War = World War I
EVENT EVENT | Hurricane Katrina ≠ Hurricane Rita
EVENT EVENT | 2020 election ≠ 2016 election
EVENT EVENT | Vietnam War = war in Vietnam
NORP NORP | Turks = Turkish
NORP NORP | Kurdish = Kurds
NORP NORP | Sunni = Sunnis
NORP NORP | Serb ≠ Sorb
NORP NORP | Dominicans ≠ Dutch
PRODUCT PRODUCT | Su-24 ≠ Su-34
PRODUCT PRODUCT | HMS Diamond = Diamond
"""


class NamePair(NamedTuple):
    labels: tuple[str, str]
    one: str
    other: str
    is_equal: bool


def _pair(line: str) -> NamePair:
    labels, _, names = line.partition(" | ")
    sign = "=" if " = " in names else "≠"
    one, _, other = names.partition(f" {sign} ")
    first, _, second = labels.partition(" ")
    return NamePair((first, second), one, other, sign == "=")


PAIRS = [_pair(line) for line in TABLE.strip().splitlines()]
SEEN, ASIDE = PAIRS[::2], PAIRS[1::2]
LATER = [_pair(line) for line in LATER_TABLE.strip().splitlines()]
