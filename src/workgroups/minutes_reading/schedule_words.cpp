#include "workgroups/minutes_reading/schedule_reading.hpp"

namespace workgroups {

using namespace reading;

namespace {

const std::string meeting_nouns =
    "(?:jednani|porad[a-z]*|schuz[a-z]*|setkani[a-z]*|zasedani|sezeni|schuzk[a-z]*|setkavani|termin[a-z]*(?! (?:akc|skolen|kurz|seminar|uzav|plnen|odevzd|podan|vyzv|predlozen|splnen|ukol))|tymovk[a-z]*|sync|sraz[a-z]*|kulat[a-z]+ st[ou]l[a-z]*|valn[a-z]+ hromad[a-z]*)";

}

const Pattern& cancels() {
    static const Pattern words{
        "\\bzrusen|\\bzrusil|\\brusi\\b|\\bodpad[alo]|\\bnekona|\\bneprobehne|\\bneuskutecn|\\bnebude konat|\\bnekonal|\\bneni\\b(?! znam| jist| stanov)|\\bnesejde|\\bneschaz|(?:porad|schuz|jednan|zasedan|setkan|sezen)[a-z]* (?:[a-z]+ )?nebude\\b|\\bnebude (?:porad|schuz|jednan|zasedan|setkan)|\\bmel[aoy] (?:se )?(?:byt|konat)"};
    return words;
}

const Pattern& replaces() {
    static const Pattern words{
        "nahradni|nov[yae][a-z]* (?:termin|den|datum)|presouva|presunut|preklada|prelozen|misto nej|nove"};
    return words;
}

bool announces(const std::string& low) {
    static const Pattern next{
        "(?<![a-z])(do |k |ke |pred |pro |na |od )?(?:pristi|dalsi|nasledujici|nejblizsi|nadchazejici|zbyvajici|budouci)(?:ho|m|ch|mu|mi)?\\s+(?:[a-z]+\\s+){0,2}?" +
        meeting_nouns + "\\b"};
    static const Pattern plan{
        "\\b(?:harmonogram|plan|terminy?|kalendar|rozpis|data|prehled)\\s+(?:[a-z]+\\s+){0,2}?(?:jednani|schuz[a-z]*|porad|setkani|zasedani|schuzek|setkavani|tymovek|sezeni)\\b|^\\W*(?:(?:predbezne|planovane|navrzene|dohodnute|jarni|podzimni|zimni|letosni|nase|dalsi)\\s+)*terminy?\\s+(?:pro|na|v|do|roku|jara|podzimu)\\s*(?:konce\\s+)?(?:rok|roce|roku|jaro|podzim|[12]\\.|prvni|druhe|pololeti|20\\d\\d)"};
    static const Pattern meets{
        "\\b(?:priste se|se priste|sejdeme se|se sejdeme|uvidime se|se uvidime|vidime se|se vidime|sraz (?:je|bude)|zacneme znovu|zaciname znovu|zbyva(?:ji)? (?:jeste )?(?:termin[a-z]*|schuz[a-z]*|setkan[a-z]*|jednan[a-z]*|porad[a-z]*|sezen[a-z]*|\\d{1,2}(?=\\.))|sejde se|sejdou se|schazime se|potkame se|se potkame|se (?:[a-z]+ ){0,2}?(?:sejde|sejdou|sejdeme|schazime)|schazet se (?:[a-z]+ ){0,3}?bud[a-z]+|bud(?:eme|e|ou) se (?:[a-z]+ ){0,2}?schazet|se bud(?:eme|e|ou) (?:[a-z]+ ){0,2}?schazet|setkame se|se (?:[a-z]+ ){0,2}?setkame|zasedne|znovu zaseda)\\b"};
    static const Pattern ordinal{
        "\\b(?:prvni|druhe|treti|ctvrte|pate|seste|sedme|osme|devate|desate|\\d+\\.)\\s+(?:jednani|setkani|zasedani)\\s+(?:[a-z]+\\s+){0,3}?(?:se uskutecni|se kona|bude|probehne|se bude)"};
    static const Pattern reported{"\\b(?:manazer|vedouci skupiny|informoval|oznamil|sdelil|uvedl[ao]?,? ze)"};
    static const Pattern day_beside{
        "^\\s*\\(?(?:dne |v |ve )?(?:(?:po|ut|st|ct|pa|so|ne)[a-z]*,? )?\\d{1,2}\\.\\s?(?:\\d|[a-z])"};
    static const Pattern body{
        "(?<![a-z])(?:pristi|dalsi|nasledujici|nejblizsi)\\s+(?:skupin[ay]|snem[uy]?|komise|vybor[uy]?|rad[ay]|tym[uy]?|platform[ay]|kolegi(?:um|a)|gremi(?:um|a)|klub[uy]?|konference|kulat[ey] stoly?|predsednictv[oi]|plenum)\\b\\s*(?:\\([^)]*\\)\\s*)?"
        "(?::|(?:se )?(?:bude|budou|je|jsou|sejde|kona|konaji|zasedne|mel[aoy] byt|probehne)\\b|(?:dne |v |ve )?(?:[a-z]+ )?\\d{1,2}\\.)"};
    if (body.stands_in(low)) return true;
    for (auto& found : next.all(low))
        if (!found.has(1) || day_beside.stands_in(low.substr(found.to()))) return true;
    static const Pattern of_year{
        "^\\W*(?:jednani|schuzky|schuze|porady|setkani|zasedani|sezeni)\\s+(?:[a-z]+\\s+){0,2}?(?:v|na|pro)\\s+(?:roce|rok|roku|1\\.|2\\.|prvni|druhe|letosni)|\\b(?:porady|schuzky|jednani|setkani|zasedani|schuze)\\s+(?:[a-z]+\\s+){0,3}?(?:budou|se budou konat|probehnou|jsou naplanovan[aey]|se konaji|se planuji)\\b"};
    static const Pattern year_heading{
        "^\\W*(?:(?:planovan|nase|spolecn|pravideln|radn|dalsi|termin)[a-z]*\\s+)*" + meeting_nouns +
        "\\s+(?:[a-z]+\\s+){0,3}?(?:(?:do konce|v|na|pro|behem)\\s+(?:roku|roce|rok|letosniho)|(?:v|ve|na)?\\s*(?:[12]\\.|prvnim|druhem)?\\s*(?:pololeti)|20\\d\\d\\W*$)"};
    static const Pattern shortly{
        "^\\W*(?:a\\s+|kdy\\s+)?(?:se\\s+)?(?:priste|pristi|dalsi|zase|znovu)\\b\\W*(?:(?:se|v|ve|az|zase|opet|bude|je|kona|uskutecni|probehne)\\s+)*(?:(?:po|ut|st|ct|pa|so|ne)[a-z]*\\W+)?(?:dne\\s+)?\\d"};
    if (year_heading.stands_in(low) || shortly.stands_in(low)) return true;
    if (plan.stands_in(low) || ordinal.stands_in(low) || of_year.stands_in(low)) return true;
    static const Pattern alone{
        "^\\W*(?:priste|dalsi terminy?|pristi terminy?|kdy se (?:zase |priste )?(?:sejdeme|uvidime|schazime|potkame)|kdy (?:priste|zase|dal)|kdy a kde (?:priste|se sejdeme)|priste se (?:sejdeme|vidime)|pristi setkavani|kdy (?:a kde )?(?:priste|zase|znovu)(?: [a-z]+){0,2}|kdy se zase potkame)(?:\\s*\\([^)]*\\))?\\W*$"};
    if (alone.stands_in(low)) return true;
    return meets.stands_in(low) && !reported.stands_in(low);
}

}
