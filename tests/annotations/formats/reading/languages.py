"""Short news of our own in many languages, each over 300 characters, and the encodings that people save such texts in."""

from __future__ import annotations

TEXTS = {
    "Polish": "Minister spraw zagranicznych spotkał się we wtorek w Łodzi z przedstawicielami Śląska, lecz żadnych decyzji nie "
    "podjęto. Rozmowy o budowie nowego mostu przez Wisłę trwały trzy godziny. Rzeczniczka powiedziała dziennikarzom, że "
    "następne spotkanie odbędzie się w przyszłym miesiącu, gdy znane będą koszty. Mieszkańcy czekają na most od dziesięciu lat.",
    "Czech": "Ministr dopravy v úterý oznámil, že oprava železničního mostu v Ústí nad Labem začne příští měsíc. Práce mají trvat "
    "přibližně dva roky a vyžádají si výluky na trati. Starosta města uvítal rozhodnutí, ale upozornil, že řidiči autobusů "
    "zatím nevědí, kudy budou jezdit. Cestující dostanou náhradní jízdní řád nejpozději týden předem.",
    "Slovak": "Vláda v stredu schválila návrh zákona, podľa ktorého dostanú menšie obce viac peňazí na opravu ciest. Primátor "
    "Košíc povedal, že mesto čaká na nové pravidlá už päť rokov. Opozícia tvrdí, že suma je príliš nízka a že väčšinu práce "
    "budú musieť zaplatiť samotní obyvatelia. Hlasovanie v parlamente sa očakáva koncom júna.",
    "Hungarian": "A közlekedési miniszter kedden bejelentette, hogy jövő hónapban megkezdődik a győri vasúti híd felújítása. A munka "
    "várhatóan két évig tart, és több szakaszon pótlóbuszok közlekednek majd. A polgármester örömmel fogadta a döntést, de "
    "szerinte a környéken élők még mindig nem tudják, mikor zárják le az utat. A költségeket a kormány fizeti.",
    "Croatian": "Ministar prometa najavio je u utorak da će obnova željezničkog mosta kod Siska početi sljedeći mjesec. Radovi bi "
    "trebali trajati oko dvije godine, a putnici će se voziti autobusima. Gradonačelnik je pozdravio odluku, ali je upozorio "
    "da građani još uvijek ne znaju kada će ceste biti zatvorene. Troškove snosi država.",
    "Slovene": "Minister za promet je v torek sporočil, da se bo obnova železniškega mostu pri Celju začela prihodnji mesec. Dela naj "
    "bi trajala približno dve leti, potniki pa se bodo vozili z avtobusi. Županja je odločitev pozdravila, a opozorila, da "
    "občani še vedno ne vedo, kdaj bodo ceste zaprte. Stroške bo plačala država.",
    "Romanian": "Ministrul transporturilor a anunţat marţi că lucrările la podul feroviar de lângă Braşov vor începe luna viitoare. "
    "Reparaţiile vor dura aproape doi ani, iar călătorii vor merge cu autobuzul. Primarul a salutat hotărârea, însă spune că "
    "locuitorii încă nu ştiu când va fi închisă şoseaua. Banii vor fi plătiţi de guvern până în toamnă.",
    "Turkish": "Ulaştırma Bakanı salı günü yaptığı açıklamada, Eskişehir yakınlarındaki demiryolu köprüsünün onarımına gelecek ay "
    "başlanacağını söyledi. Çalışmaların yaklaşık iki yıl sürmesi bekleniyor. Belediye başkanı kararı olumlu karşıladı, ancak "
    "yolların ne zaman kapatılacağının hâlâ bilinmediğini belirtti. İşin bütün giderlerini hükümet ödeyecek.",
    "French": "Le ministre des Transports a annoncé mardi que la rénovation du pont ferroviaire de Besançon commencera le mois "
    "prochain. Les travaux devraient durer près de deux ans et coûter six millions d’euros. La maire s’est félicitée de cette "
    "décision, mais elle a regretté que les habitants ne sachent toujours pas où passeront les autobus.",
    "German": "Der Verkehrsminister kündigte am Dienstag an, dass die Eisenbahnbrücke bei Nürnberg im nächsten Monat erneuert wird. "
    "Die Arbeiten dürften knapp zwei Jahre dauern. Die Bürgermeisterin begrüßte die Entscheidung, bemängelte aber, dass die "
    "Anwohner noch immer nicht wüssten, wann die Straße gesperrt wird. Für die Kosten kommt der Bund auf.",
    "Spanish": "El ministro de Transportes anunció el martes que la reparación del puente ferroviario de Logroño empezará el próximo "
    "mes. Las obras durarán casi dos años y costarán seis millones de euros. La alcaldesa celebró la decisión, pero señaló que "
    "los vecinos aún no saben cuándo se cerrará la carretera. «Esperamos desde hace mucho», dijo.",
    "Portuguese": "O ministro dos Transportes anunciou na terça-feira que a reparação da ponte ferroviária de Santarém começará no "
    "próximo mês. As obras deverão durar quase dois anos e não há ainda uma previsão dos custos. A presidente da câmara saudou "
    "a decisão, mas lamentou que os moradores não saibam quando a estrada será fechada.",
    "Italian": "Il ministro dei Trasporti ha annunciato martedì che il restauro del ponte ferroviario di Forlì comincerà il mese "
    "prossimo. I lavori dureranno circa due anni e la città riceverà sei milioni. La sindaca è soddisfatta della decisione, "
    "però ha ricordato che nessuno sa più quando la strada verrà chiusa: «Non è possibile», ha detto.",
    "Swedish": "Trafikministern meddelade på tisdagen att järnvägsbron utanför Jönköping ska börja repareras nästa månad. Arbetet "
    "väntas ta nästan två år och kostar sex miljoner kronor. Kommunalrådet välkomnade beslutet men påpekade att de boende "
    "fortfarande inte vet när vägen stängs. Resenärerna får åka buss så länge bron är avstängd.",
    "Danish": "Transportministeren meddelte tirsdag, at jernbanebroen ved Sønderborg skal renoveres fra næste måned. Arbejdet ventes "
    "at vare knap to år og koster seks millioner kroner. Borgmesteren hilste beslutningen velkommen, men påpegede, at beboerne "
    "stadig ikke ved, hvornår vejen bliver spærret. Passagererne må køre med bus, så længe broen er lukket.",
    "Russian": "Министр транспорта объявил во вторник, что ремонт железнодорожного моста под Рязанью начнётся в следующем месяце. "
    "Работы продлятся почти два года, а пассажиров будут перевозить автобусами. Мэр города поддержала решение, но отметила, что "
    "жители до сих пор не знают, когда закроют дорогу. Расходы возьмёт на себя правительство.",
    "Greek": "Ο υπουργός Μεταφορών ανακοίνωσε την Τρίτη ότι η επισκευή της σιδηροδρομικής γέφυρας κοντά στη Λάρισα θα αρχίσει τον "
    "επόμενο μήνα. Οι εργασίες θα διαρκέσουν σχεδόν δύο χρόνια και οι επιβάτες θα ταξιδεύουν με λεωφορεία. Η δήμαρχος χαιρέτισε "
    "την απόφαση, αλλά είπε ότι οι κάτοικοι δεν ξέρουν ακόμη πότε θα κλείσει ο δρόμος.",
}
CENTRAL, WESTERN = ("cp1250", "iso8859-2"), ("cp1252", "latin-1")
SAVED_IN = {
    **dict.fromkeys(
        ("Polish", "Czech", "Slovak", "Hungarian", "Croatian", "Slovene", "Romanian"), (*CENTRAL, "cp852")
    ),
    **dict.fromkeys(
        ("French", "German", "Spanish", "Portuguese", "Italian", "Swedish", "Danish"), (*WESTERN, "mac-roman")
    ),
    "Turkish": ("cp1254", "iso8859-9"),
    "Russian": ("cp1251", "koi8-r", "iso8859-5", "cp866"),
    "Greek": ("cp1253", "iso8859-7"),
}
