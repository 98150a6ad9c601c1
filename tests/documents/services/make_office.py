#!/usr/bin/env python3
"""Writes popis-realizace.docx (the official description of one service, headings numbered by Word), katalogovy-list.docx
(two services, tables with the labels in the row above the values) and prehled-starostum.docx (three services in the columns of one table)."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from word import inserted, paragraph, removed, runs, table, write

HEADINGS, POINTS, BULLETS = 1, 2, 3
lists = [[("decimal", "%1.")], [("lowerLetter", "%1)"), ("lowerRoman", "%2.")], [("bullet", "•")]]


def heading(text): return paragraph(text, "Nadpis1", (HEADINGS, 0))
def bullet(text): return paragraph(text, number=(BULLETS, 0))
def point(text, level=0): return paragraph(text, number=(POINTS, level))


body = [
    paragraph("POPIS REALIZACE POSKYTOVÁNÍ SOCIÁLNÍ SLUŽBY", "Nzev"),
    table([
        ["Základní údaje"],
        ["Název poskytovatele", "Domov Pod Li¦pami Bystřice, příspěvková organizace"],
        ["Zřizovatel", "Moravskoslezský kraj"],
        ["IČO", "71199887"],
        ["Druh po¦skytované služby", "Domov se zvláštním reži¦mem (§~50 zákona č.~108/2006~Sb.)"],
        ["Identifikátor", "60¦38821"],
        ["Forma poskytování", "pobytová"],
        ["Místo poskytování", ["Domov Pod Lipami", "Zámecká 14, 739~95 Bystřice"]],
        ["Statutární zástupce", "PhDr.~Dobromila Vrabčáková, ředitelka"],
        ["Telefon, e-mail", "000~558~310, reditelka@example.cz"],
    ], [2800, 6200]),
    paragraph(),
    heading("Poslání"),
    paragraph("Posláním domova je nabíd¦nout lidem, kteří kvůli demenci nebo duševní nemoci nezvládnou žít sami, bezpečné místo, "
              "kde mohou prožívat den po svém. Nenahrazujeme nemocnici ani rodinu; obě k~nám ale mají dveře otevřené."),
    heading("Cíle"),
    bullet("udržet to, co člověk ještě zvlá¦dne sám, a pomoci mu jen tam, kde je to potřeba"),
    bullet("dát dnům řád, který člověk zná a může se o~něj opřít"),
    bullet("udržet vztahy s~rodinou, přáteli a s~obcí"),
    heading("Cílová skupina"),
    paragraph("Služba je určena osobám, které dosáhly věku 55~let, a jsou to:"),
    point("osoby s~Alzheimerovou chorobou a jinými typy demence,"),
    point("osoby s~chronickým duševním one¦mocněním."),
    paragraph("Službu neposkytujeme:", bold=True),
    bullet("osobám, jejichž stav vyžaduje ošetření v~nemocnici,"),
    bullet("osobám s~akutní infekční nemocí,"),
    bullet("osobám závislým na návykových látkách, které odmítají léčbu."),
    heading("Zásady"),
    bullet("Úcta – vykáme, klepeme, ptáme se."),
    bullet("Vol¦ba – jídlo, oblečení i čas vstávání si člověk určuje sám."),
    bullet("Odbornost – každý pracovník se ročně vzdělává nejméně 24~hodin."),
    heading("Kapacita"),
    paragraph(runs("Kapacita domova je ") + removed("44 lůžek") + inserted("46 lů¦žek") +
              runs(", z~toho 30 v~jednolůžkových a 16 ve dvoulůžkových pokojích. Domov má 38 zaměstnanců.")),
    heading("Provozní doba"),
    paragraph("Službu poskytujeme nepřetr¦žitě, 24~hodin denně po celý rok. Návštěvy jsou vítány kdykoli, nejraději mezi 9. a 18.~hodinou."),
    table([["Koho v~kanceláři zastihnete", "Dny", "Hodiny"],
           ["sociální pracovnice Bc.~Rozálie Pomněnková", "Po, St", "8:00–11:30"],
           ["vedoucí přímé péče Alois Medvídek", "Út", "13:00–15:00"]], [4600, 1800, 2600]),
    paragraph(),
    heading("Průběh služby"),
    point("Jednání se zájemcem"),
    point("setkání doma nebo v~nemocnici,", 1),
    point("prohlídka domova, beseda u~kávy.", 1),
    point("Uzavření smlouvy"),
    point("Adaptace v~prvních třech měsících; provází klíčový pracovník"),
    heading("Personální zajištění"),
    table([["Pozice", "Úvazky"], ["sociální pracovníci", "2,0"], ["pracovníci v~sociálních službách", "24,5"],
           ["všeobecné sestry (denně 6:00–18:00)", "6,0"]], [6400, 2600]),
    paragraph(),
    heading("Úhrada"),
    paragraph("Ubytování 295~Kč a strava 250~Kč za den podle vyhlášky č.~505/2006~Sb.; platí se do 15.~dne v~měsíci na účet "
              "60¦38127/0800. Klientovi zůstává nejméně 15~% příjmu."),
    heading("Stížnosti"),
    paragraph("Stížnost přijme kterýkoli pracovník; vyřídíme ji do 28~dnů. Odvolat se lze k~Moravskoslezskému kraji."),
    heading("Územní působnost"),
    paragraph("Přednostně přijímáme obyvatele měst Třinec, Jablunkov a Bystřice."),
    paragraph("V~Bystřici dne 1.~2.~2024\tPhDr.~Dobromila Vrabčáková"),
]
write(pathlib.Path(__file__).parent / "popis-realizace.docx", body, lists,
      "Domov Pod Lipami Bystřice, p. o. • Zámecká 14, 739 95 Bystřice • tel. 000 558 300",
      "Evidenční číslo SM-0041007, verze 5, účinnost od 1. 2. 2024")


# --- a sheet for a town's catalogue: labels above values, hours by day and form -------------------------------------------

HALVES, THIRDS, QUARTERS = [4500, 4500], [2600, 3200, 3200], [2700, 1700, 2100, 2500]
body = [
    paragraph("KATALOGOVÝ LIST 2025", "Nzev"),
    table([["Poskytovatel", "IČO"], ["Městské centrum sociálních služeb Tachov, příspěvková organizace", "70880441"],
           ["Ředitel", "Spojení"], ["Ing.~Oskar Ječmínek", "000~374~118, mcss@example.cz"]], HALVES),
    paragraph(),
    heading("Služba první"),
    table([["Druh služby", "Identifikátor", "Forma", "Okamžitá kapacita"],
           ["pečo¦vatelská služba (§~40)", "4018826", "terénní, ambulantní", ["terén: 16~klientů", "středisko: 2~klienti"]]], QUARTERS),
    paragraph("Cílová skupina: senioři; osoby s~chronickým onemocně¦ním; osoby se zdravotním postižením; rodiny s~dítětem/dětmi. "
              "Věk uživatelů není omezen."),
    table([["Den", "V~terénu", "Středisko osobní hygieny"],
           ["pondělí", "6.30–20.00", ""], ["úterý", "6.30–20.00", "8.00–12.00"], ["středa", "6.30–20.00", ""],
           ["čtvrtek", "6.30–20.00", "12.00–16.00"], ["pátek", "6.30–20.00", ""],
           ["sobota", "7.00–14.00", ""], ["neděle", "7.00–14.00", ""]], THIRDS),
    paragraph("Středisko osobní hygieny: Pobřežní~1574, Tachov (bezbariérový vchod ze dvora)."),
    paragraph("Územní působnost: město Tachov a~obce Halže, Lom u~Ta¦chova, Studánka a~Milíře."),
    paragraph("Rozvoz obědů (120~obědů denně) jede mezi 10.30 a~13.00 jen v~pracovní dny."),
    heading("Služba druhá"),
    table([["Druh služby", "Identifikátor", "Forma", "Okamžitá kapacita"],
           ["centrum denních služeb (§~45)", "4018¦933", "ambulantní", "14~klientů"]], QUARTERS),
    paragraph("Cílová skupina: senioři; osoby s~chronickým onemocněním. Věk uživatelů od 50~let."),
    table([["Den", "Otevřeno", "Poznámka"],
           ["pondělí", "7.30–16.00", ""], ["úterý", "7.30–16.00", "v~10~hodin zpívání"], ["středa", "7.30–16.00", ""],
           ["čtvrtek", "7.30–16.00", ""], ["pátek", "7.30–13.30", "bez oběda"]], THIRDS),
    paragraph("Místo: Hornická~1387, Tachov."),
    paragraph("Územní působnost: ORP Tachov."),
    heading("Financování"),
    point("pečovatelská služba – smlouva s~Plzeňským krajem č.~SOC/25/0377;"),
    point("centrum denních služeb – smlouva s~Plzeňským krajem č.~SOC/25/0378;"),
    point("oba provozy – příspěvek zřizovatele, města Tachova."),
    paragraph("Vyplnila: Bc.~Ester Oblouková, 9.~1.~2025\tpečovatelská služba: 000~374~120"),
]
write(pathlib.Path(__file__).parent / "katalogovy-list.docx", body, lists, "Město Tachov – katalog sociálních služeb", "formulář K2, č. tisku 1104427")


# --- a letter to mayors: one table, services in columns, what each answers in rows ------------------------------------------

COLUMNS = [1900, 2400, 2400, 2300]
body = [
    paragraph("Starostkám a~starostům Královedvorska", bold=True),
    paragraph("Dvůr Králové nad Labem 6.~října~2025"),
    paragraph("Vážené starostky, vážení starostové,"),
    paragraph("ptáte se nás, co vlastně kdo z~našich pracovníků dělá a~za kým k~Vám do obcí jezdí. Posíláme proto přehled na "
              "jednu stránku, můžete si jej vyvěsit. Všechny tři služby poskytuje Podkr¦konošská opora, příspěvková organizace, "
              "kterou zřídil Královéhradecký kraj."),
    table([
        ["", "Asistentky", "Odlehčení", "Poradna Kompas"],
        ["co to je podle zákona", "osobní asistence", "odlehčo¦vací služby", "odborné sociální poradenství"],
        ["zapsáno v~registru", "5931044", "593¦1157", "5931260"],
        ["za kým jezdíme, kdo k~nám jezdí", ["lidé po mrtvici", "lidé s~tělesným postižením", "děti s~kombinovaným postižením"],
         ["senioři", "lidé s~Parkinsonovou nemocí"], ["pečující osoby", "pozůstalí", "lidé v~dluzích"]],
        ["v~jakém věku", "od 4~let", "nad 55~let", "dospělí od 18~let"],
        ["kde", "v~domácnostech", "Heydukova 2905, Dvůr Králové nad Labem", "nám. T.~G.~Masaryka 38, Dvůr Králové nad Labem"],
        ["kdy", ["PO–PÁ 6.00–20.00", "SO, NE 8.00–18.00"], "ve dne v~noci", ["ÚT 8.00–12.00, 12.30–17.00", "ST na objednání"]],
        ["kolik najednou", "10~klientů", "8~lůžek", "2~klienti"],
        ["odkud kam", "celý obvod ORP Dvůr Králové nad Labem", "celý okres Trutnov", "každý, kdo přijde"],
        ["číslo smlouvy s~krajem", "25/SOC/0711", "25/SOC/0712", "25/SOC/0711"],
    ], COLUMNS),
    paragraph("Čísla v~řádku „zapsáno v~registru“ chtějte vždy vidět, když k~Vám přijde někdo jiný a~říká si asistentka. Domácí "
              "zdravotní péči (sestry) v~obcích zajišťuje nemocnice, s~námi nemá nic společného."),
    paragraph("Od ledna bychom rádi přidali chráněné bydlení pro 6~lidí v~Bílé Třemešné; o~tom Vám napíšeme zvlášť."),
    paragraph("Na schůzku přijedu kamkoli, nejraději v~pondělí mezi 15. a~18.~hodinou."),
    paragraph("Mgr.~Apolonie Hvozdíková, ředitelka\t000~499~3320"),
]
write(pathlib.Path(__file__).parent / "prehled-starostum.docx", body, lists,
      "Podkrkonošská opora, p. o. • Heydukova 2905 • IČO 70883301", "Č. j. PO/2025/1184, příloh 0, účet 4418802/0100")
