"""Countries, states, cities and regions of the world, by the names that news uses.

Countries are CLDR's English names (babel); the tables add short forms, and leave out what is a common
word or a common family name more often than a place.
"""

from __future__ import annotations

import re

from babel import Locale


def names_in(table: str) -> tuple[str, ...]:
    """Return the names of a table, in which commas separate them and line breaks do not."""
    return tuple(" ".join(name.split()) for name in table.split(",") if name.strip())


NOT_COUNTRIES = frozenset(
    (
        "EU",
        "EZ",
        "UN",
        "QO",
        "XA",
        "XB",
        "ZZ",
        "AQ",
        "UM",
        "HM",
        "BV",
        "TF",
        "IO",
        "CP",
        "EA",
        "IC",
        "CQ",
        "DG",
        "SJ",
    )
)

SHORT_FORMS = names_in("""
US, U.S., U.S, USA, U.S.A., United States of America, America, UK, U.K., U.K, Britain, Great Britain,
England, Scotland, Wales, Northern Ireland, UAE, U.A.E., Emirates, Republic of Ireland, Irish Republic,
Czech Republic, Burma, Myanmar, Turkey, Congo, DRC, Democratic Republic of Congo,
Democratic Republic of the Congo, DR Congo, D.R. Congo, Republic of Congo, Ivory Coast, Hong Kong, Macau,
Macao, Holland, The Gambia, Gambia, Swaziland, Macedonia, East Timor, Vatican, Holy See, Soviet Union, USSR,
U.S.S.R., Yugoslavia, Czechoslovakia, East Germany, West Germany, North Vietnam, South Vietnam, Bosnia,
Herzegovina, Bosnia-Herzegovina, Bosnia and Herzegovina, Trinidad and Tobago, Trinidad, Antigua and Barbuda,
Saint Lucia, Saint Kitts and Nevis, Russian Federation, People's Republic of China, DPRK, Palestine,
Palestinian Territories, Chechnya, Dagestan, Crimea, Kashmir, Kurdistan, Iraqi Kurdistan, Abkhazia,
South Ossetia, Nagorno-Karabakh, Tibet, Xinjiang, Somaliland, Puntland, Darfur, Gaza, Abu Dhabi, Zanzibar,
Catalonia, Transnistria, Timor-Leste, Cote d'Ivoire, Sao Tome, Faroes, Islamic Republic of Iran,
Republic of Korea, Kosovo, Serbia and Montenegro, Saudi Kingdom, Curacao, Aceh, Bali, Java, Sumatra
""")

STATES = names_in("""
Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho,
Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota,
Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York,
North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina,
South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, West Virginia, Wisconsin, Wyoming,
District of Columbia, D.C., Washington D.C., Washington DC, Washington State, New York City, New York State,
New South Wales, Queensland, Tasmania, Ontario, Quebec, Alberta, British Columbia, Manitoba, Saskatchewan,
Nova Scotia, New Brunswick, Newfoundland, Bavaria, Saxony, Punjab, Sindh, Balochistan, Baluchistan, Gujarat,
Kerala, Tamil Nadu, Maharashtra, Uttar Pradesh, Bihar, Assam, Sichuan, Guangdong, Hunan, Hubei, Henan,
Yunnan, Helmand, Kandahar, Nangarhar, Khyber Pakhtunkhwa, Anbar, Nineveh, Diyala, Idlib, Donbas, Donbass,
Luhansk, Donetsk, Siberia, Sinaloa, Chiapas, Yorkshire, Kent, Sussex, Normandy, Brittany, Sicily, Sardinia,
Corsica
""")

CITIES = names_in("""
Abidjan, Abuja, Accra, Addis Ababa, Aden, Ahmedabad, Aleppo, Algiers, Almaty, Amman, Amsterdam, Ankara,
Antananarivo, Antwerp, Ashgabat, Asmara, Astana, Asuncion, Athens, Atlanta, Auckland, Baghdad, Baku,
Baltimore, Bamako, Bangalore, Bengaluru, Bangkok, Bangui, Banjul, Barcelona, Basra, Beijing, Beirut, Belfast,
Belgrade, Benghazi, Berlin, Bern, Birmingham, Bishkek, Bissau, Bogota, Bogotá, Bologna, Bombay, Bonn, Boston,
Brasilia, Bratislava, Brazzaville, Brisbane, Brussels, Bucharest, Budapest, Buenos Aires, Bujumbura, Cairo,
Calcutta, Calgary, Canberra, Cape Town, Caracas, Casablanca, Chengdu, Chennai, Chicago, Chisinau, Cincinnati,
Cleveland, Cologne, Colombo, Conakry, Copenhagen, Dakar, Dallas, Damascus, Dar es Salaam, Delhi, Denver,
Detroit, Dhaka, Djibouti, Doha, Dubai, Dublin, Durban, Dushanbe, Düsseldorf, Edinburgh, El Paso, Erbil,
Irbil, Fallujah, Falluja, Florence, Frankfurt, Freetown, Fukushima, Gaborone, Gaza City, Geneva, Glasgow,
Grozny, Guadalajara, Guangzhou, Guantanamo, Guayaquil, Haifa, Hamburg, Hanoi, Harare, Havana, Hebron,
Helsinki, Herat, Hiroshima, Ho Chi Minh City, Honolulu, Houston, Hyderabad, Islamabad, Istanbul, Izmir,
Jakarta, Jeddah, Jenin, Jerusalem, Johannesburg, Juba, Kabul, Kampala, Karachi, Karbala, Kathmandu, Katmandu,
Kharkiv, Khartoum, Kherson, Kiev, Kyiv, Kigali, Kingston, Kinshasa, Kirkuk, Kolkata, Kuala Lumpur, Kunduz,
Lagos, Lahore, La Paz, Las Vegas, Leeds, Leipzig, Libreville, Lilongwe, Lima, Lisbon, Liverpool, Ljubljana,
Lomé, London, Los Angeles, Luanda, Lusaka, Lviv, Lyon, Madrid, Malé, Managua, Manama, Manchester, Manila,
Maputo, Mariupol, Marrakesh, Marseille, Maseru, Mazar-e-Sharif, Mecca, Medina, Melbourne, Memphis,
Mexico City, Miami, Milan, Milwaukee, Minneapolis, Minsk, Mogadishu, Mombasa, Monrovia, Monterrey,
Montevideo, Montreal, Moscow, Mosul, Mumbai, Munich, Muscat, Nagasaki, Nairobi, Najaf, Naples, Nashville,
N'Djamena, New Delhi, New Orleans, Niamey, Nicosia, Nouakchott, Odesa, Odessa, Osaka, Oslo, Ottawa,
Ouagadougou, Palermo, Panama City, Paris, Peshawar, Perth, Philadelphia, Phnom Penh, Phoenix, Pittsburgh,
Port-au-Prince, Porto, Prague, Pretoria, Pristina, Pyongyang, Quetta, Quito, Rabat, Rafah, Ramadi, Ramallah,
Rangoon, Yangon, Raqqa, Rawalpindi, Reykjavik, Riga, Rio de Janeiro, Riyadh, Rome, Rotterdam, Sacramento,
Samarra, San Diego, San Francisco, San José, San Jose, San Juan, San Salvador, Sana'a, Sanaa, Santiago,
Santo Domingo, São Paulo, Sao Paulo, Sarajevo, Seattle, Seoul, Sevastopol, Shanghai, Shenzhen, Skopje, Sochi,
Sofia, Srebrenica, St. Louis, St. Petersburg, Stockholm, Stuttgart, Sydney, Taipei, Tallinn, Tampa, Tashkent,
Tbilisi, Tegucigalpa, Tehran, Teheran, Tel Aviv, The Hague, Hague, Thimphu, Tijuana, Tikrit, Timbuktu,
Tirana, Tokyo, Toronto, Tripoli, Tunis, Turin, Ulan Bator, Ulaanbaatar, Valencia, Valletta, Vancouver,
Venice, Vienna, Vientiane, Vilnius, Vladivostok, Warsaw, Washington, Wellington, Windhoek, Winnipeg, Wuhan,
Yaounde, Yaoundé, Yerevan, Zagreb, Zaporizhzhia, Zurich, Zürich, Nablus, Khan Younis, Homs, Hama,
Deir al-Zour, Latakia
""")

REGIONS = names_in("""
Africa, Asia, Europe, North America, South America, Latin America, Central America, Central Asia, South Asia,
Southeast Asia, East Asia, West Africa, East Africa, North Africa, Southern Africa, Central Africa,
Western Europe, Eastern Europe, Central Europe, Sub-Saharan Africa, Middle East, Near East, Far East,
Horn of Africa, Asia-Pacific, Asia Pacific, Indo-Pacific, Oceania, Antarctica, Arctic, Antarctic, Balkans,
Caucasus, North Caucasus, South Caucasus, Caribbean, Scandinavia, Levant, Maghreb, Sahel, Sahara, Gaza Strip,
West Bank, Golan Heights, Sinai, Sinai Peninsula, Korean Peninsula, Arabian Peninsula, Crimean Peninsula,
Bab al-Mandab, Bab el-Mandeb, Strait of Hormuz, Straits of Hormuz, Strait of Malacca, Strait of Gibraltar,
Taiwan Strait, Persian Gulf, Arabian Gulf, Gulf of Aden, Gulf of Mexico, Gulf of Oman, Gulf of Guinea,
Red Sea, Black Sea, Dead Sea, North Sea, Baltic Sea, Caspian Sea, Arabian Sea, South China Sea,
East China Sea, Sea of Japan, Sea of Azov, Mediterranean, Mediterranean Sea, Aegean Sea, Aegean, Atlantic,
Atlantic Ocean, North Atlantic, Pacific, Pacific Ocean, Indian Ocean, Arctic Ocean, Bay of Bengal, Nile,
Tigris, Euphrates, Danube, Rhine, Amazon River, Mekong, Himalayas, Alps, Andes, Pyrenees, Everest,
Mount Everest, Kilimanjaro, Earth, Mars, East Coast, West Coast, Midwest, New England, Silicon Valley,
Eastern Mediterranean, Baltics, Baltic States, Iberian Peninsula
""")

#: A place that is a family or given name as well: no place beside another name.
ALSO_PERSONS = frozenset(
    names_in("""
Jordan, Chad, Georgia, Israel, Jersey, Florence, Sydney, Sofia, Paris, Lima, Virginia, Dallas, Houston,
Austin, Washington, Kent, Cleveland, Wellington, Kingston, London, Madison, Phoenix, Medina, Santiago,
Valencia, Montana, Dakota, Carolina, Troy, Vienna, Milan, Ireland, England, Holland, Birmingham, Wales,
France, Germany, Denver, Boston, Perth, Earth, Mars, Hama, Sinai
""")
)


def countries() -> tuple[str, ...]:
    """Return CLDR's English territory names.

    Without remarks in brackets, "&" and the "SAR China" of two of them.
    """
    names = [
        name
        for code, name in Locale("en").territories.items()
        if len(code) == 2 and code not in NOT_COUNTRIES
    ]
    plain = [re.sub(r" \(.*\)| SAR China| - .*", "", name).replace("’", "'") for name in names]
    return (*plain, *(name.replace("&", "and") for name in plain if "&" in name), *SHORT_FORMS)
