"""Organisations, laws and events that the whole world's news knows by name."""

from __future__ import annotations

from annotations.suggest.rules.places import names_in

ORGANISATIONS = names_in("""
United Nations, U.N., UN, UN Security Council, U.N. Security Council, Security Council, General Assembly,
UN General Assembly, U.N. General Assembly, European Union, EU, E.U., European Commission,
European Parliament, European Council, European Central Bank, Council of Europe, Eurozone, NATO, Nato,
North Atlantic Treaty Organization, OPEC, Opec, OPEC+, OSCE, African Union, AU, Arab League, ASEAN, APEC,
ECOWAS, BRICS, Mercosur, Commonwealth, G7, G-7, G8, G-8, G20, G-20, Group of Seven, Group of 20,
Gulf Cooperation Council, GCC, OECD, WTO, World Trade Organization, World Bank, IMF,
International Monetary Fund, WHO, World Health Organization, UNICEF, Unicef, UNESCO, Unesco, UNHCR, UNRWA,
UNDP, UNAIDS, World Food Program, World Food Programme, WFP, IAEA, International Atomic Energy Agency,
International Court of Justice, International Criminal Court, ICC, ICJ, Interpol, Europol, Red Cross,
Red Crescent, ICRC, International Committee of the Red Cross, Amnesty International, Human Rights Watch,
Greenpeace, Oxfam, Save the Children, Doctors Without Borders, Medecins Sans Frontieres,
Reporters Without Borders, Transparency International, FIFA, UEFA, IOC, NBA, NFL, NHL, NASA, Nasa, ESA, FBI,
CIA, NSA, DEA, FDA, EPA, FEMA, IRS, FAA, CDC, TSA, SEC, MI5, MI6, GCHQ, KGB, FSB, Mossad, Shin Bet, IDF, ISI,
IRGC, PLO, PKK, YPG, FARC, ETA, IRA, LTTE, Irish Republican Army, White House, Pentagon, Kremlin,
Capitol Hill, Downing Street, Whitehall, Elysee, Knesset, Duma, State Duma, Bundestag, Lok Sabha, Parliament,
House of Commons, House of Lords, Congress, U.S. Congress, US Congress, Senate, U.S. Senate, US Senate,
House of Representatives, U.S. House of Representatives, Supreme Court, U.S. Supreme Court, US Supreme Court,
Federal Reserve, Fed, Treasury, State Department, U.S. State Department, US State Department,
Justice Department, Defense Department, Homeland Security, National Security Council, National Guard,
Coast Guard, Marine Corps, Bundeswehr, Politburo, Foreign Office, Home Office, Scotland Yard,
Bank of England, Bank of Japan, Hamas, Hezbollah, Hizbollah, Hizbullah, Fatah, Islamic Jihad,
Palestinian Islamic Jihad, Palestinian Authority, Islamic State, Islamic State of Iraq and Syria,
Islamic State of Iraq and the Levant, ISIS, Isis, ISIL, IS group, Daesh, Taliban, Taleban, al-Qaida,
al-Qaeda, Al-Qaeda, Al-Qaida, al Qaeda, Al Qaeda, al-Shabaab, Al-Shabaab, al-Shabab, Boko Haram, Houthi,
Houthis, Muslim Brotherhood, Tamil Tigers, Tamil Tiger, Haqqani network, Lashkar-e-Taiba, Lashkar-e-Tayyiba,
Wagner Group, Quds Force, Revolutionary Guard, Revolutionary Guards, Islamic Revolutionary Guard Corps,
Abu Sayyaf, Khmer Rouge, Shining Path, BBC, CNN, NBC, CBS, ABC, NPR, PBS, MSNBC, CNBC, VOA, Fox News,
Sky News, Al Jazeera, Al-Jazeera, al-Jazeera, Al Arabiya, Al-Arabiya, Reuters, AFP, Agence France-Presse,
Agence France Presse, AP, Associated Press, UPI, Bloomberg, Xinhua, TASS, Tass, Itar-Tass, ITAR-TASS,
Interfax, RIA Novosti, Kyodo, Yonhap, IRNA, SANA, DPA, New York Times, Washington Post, Wall Street Journal,
USA Today, Los Angeles Times, Financial Times, Guardian newspaper, Daily Telegraph, Daily Mail, Le Monde,
Der Spiegel, Haaretz, Jerusalem Post, Voice of America, Radio Free Europe, Newsweek, Google, Apple Inc.,
Microsoft, Facebook, Twitter, YouTube, Instagram, TikTok, WhatsApp, Amazon.com, Netflix, Tesla, SpaceX,
Boeing, Airbus, Lockheed Martin, Raytheon, Northrop Grumman, BAE Systems, General Motors, General Electric,
Volkswagen, Toyota, Honda, Nissan, BMW, Samsung, Sony, Huawei, Nokia, IBM, Intel, Exxon Mobil, ExxonMobil,
Chevron, BP, Gazprom, Rosneft, Saudi Aramco, Aramco, Goldman Sachs, JPMorgan, JPMorgan Chase, Morgan Stanley,
Citigroup, Deutsche Bank, HSBC, Barclays, UBS, Credit Suisse, Walmart, Wal-Mart, McDonald's, Coca-Cola,
PepsiCo, Pfizer, AstraZeneca, Moderna, Lufthansa, Aeroflot, Ryanair, Nasdaq, Dow Jones, FTSE, Vatican Radio,
Harvard, Oxford University, Cambridge University, Labour, Likud, Kadima, Sinn Fein, Labor Party,
Republican Party, Democratic Party, Conservative Party, Labour Party, Communist Party, Green Party,
Christian Democrats
""")

EVENTS = names_in("""
World War I, World War II, World War One, World War Two, First World War, Second World War, Cold War,
Gulf War, Vietnam War, Korean War, Iraq War, Iran-Iraq War, Holocaust, Arab Spring, World Cup, Olympics,
Winter Olympics, Summer Olympics, Olympic Games, Winter Olympic Games, Summer Olympic Games, Paralympics,
Asian Games, Commonwealth Games, Super Bowl, World Series, Wimbledon, Tour de France, U.S. Open, US Open,
French Open, Australian Open, Champions League, Great Depression, Industrial Revolution, Chernobyl
""")

LAWS = names_in("""
Geneva Conventions, Geneva Convention, Kyoto Protocol, Paris Agreement, Maastricht Treaty,
Treaty of Versailles, Oslo Accords, Dayton Accords, Good Friday Agreement, Nuclear Non-Proliferation Treaty,
Non-Proliferation Treaty, Patriot Act, Bill of Rights, First Amendment, Second Amendment, Magna Carta,
Affordable Care Act, Universal Declaration of Human Rights, Lisbon Treaty, Rome Statute
""")
