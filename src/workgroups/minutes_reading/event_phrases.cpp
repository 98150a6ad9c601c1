#include "workgroups/minutes_reading/event_reading.hpp"

#include "platform/reading/decoding.hpp"
#include "platform/reading/word_lists.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

std::string alternatives_of(std::string_view list) {
    std::string all;
    for (auto& [word, kind] : kinds_of(list)) all += (all.empty() ? "" : "|") + word;    // the longest first
    return all;
}

}

const Pattern& event_noun() {
    static const Pattern noun{"\\b(?:" + alternatives_of("event_nouns") +
                              "|\\d{1,2}\\. rocnik(?= [a-z])|dn(?:e|i|em|ech) (?=[a-z]{4,}))[a-z]*"};
    return noun;
}

const Pattern& takes_place() {
    static const Pattern verb{
        "\\bkona(?:ji)?\\b|\\bkonat\\b|\\bprobehn|\\buskutecn|\\bporada|\\bpripravuje\\b|\\bchysta\\b|\\busporada|\\bbudou?\\b|\\bzacin|\\bpujde\\b|\\bplanuje\\b|\\bnaplanovan|\\bse otevre\\b|\\bprobiha|\\bzve\\b|\\bzveme\\b|\\bpozvala?\\b|\\bpojede\\b|\\bvyrazi|\\bhostit\\b|\\bmame\\b|\\bpovede\\b|\\bstartuje|\\bvystoupi|\\bslavi\\b|\\bpropukne|\\bjede\\b|\\bpozvank|\\bpripada\\b|\\bvychazi na\\b|\\bse porada\\b|\\bzahaji\\b|\\botevre\\b|\\bodstartuje|\\bceka nas\\b|\\bprijede\\b|\\bnavstivi\\b|\\bje\\b|\\bjsou\\b|\\bchystame\\b|\\bporadame\\b|\\bzvou\\b|\\bsejde\\b|\\bplanujeme\\b|\\bpojedeme\\b|\\bjedeme\\b|\\bjde se\\b|\\bse jde\\b|\\bvyrazime\\b|\\bpujdeme\\b|\\bporadaji\\b|\\bslavime\\b|\\botevreme\\b|\\bvypukne\\b|\\bzacne\\b|\\bviset\\b|\\bk videni\\b|\\bsvolan|\\bzamluven|\\bdomluven|\\bobjednan|\\btrva od\\b|\\bbudem[e]?\\b|\\bpripadne\\b|\\bprijedou\\b|\\bhraje\\b"};
    return verb;
}

// The word before a date that makes it something else than a day of an event.
bool is_other_day(const Letters& text, const DateInText& date) {
    static const Pattern before{
        "(?:\\b(?:do|nejpozdeji|konci|vyprsi|skonci|puvodne(?: [a-z]+)? na|puvodni termin|misto|presunut[aoy]? z|prelozen[aoy]? z|(?:presouva|preklada|posouva)(?: se)? ze?|(?<!v )termin[a-z]*(?: je| do)?|k|ke|ze|ze dne|ucinnost[a-z]* (?:od|dnem)|platnost[a-z]* od|splneno|uzaverk[a-z]*(?: je)?|schvalen[aoy]?|podepsan[aoy]?|narozen[a-z]*|c\\.|zapsala?|prihlas[a-z]* do|zverejneno|registrac[a-z]* do|prijima[a-z]* (?:se )?do|odevzdat|zaslat|podat|zadosti (?:lze )?(?:podavat )?do)\\s*:?\\s*(?:dne\\s*)?(?:pondeli|utery|stredy|ctvrtka|patku|soboty|nedele)?\\s*)$"};
    auto from = date.from > 60 ? date.from - 60 : 0;
    auto lead = text.low.substr(from, date.from - from);
    static const Pattern since{"\\bod\\s*$"},
        since_words{
            "ucinnost|platnost|plati|pusobi|poskytuj|funguje|realizuj|provoz|nastoup|zameston|zmen[aei]|zavede"};
    static const Pattern that{",\\s*ze\\s+(?:dne\\s+)?$"};    // „…, že dne 2. října proběhne“
    if (that.stands_in(lead)) return false;
    if (since.stands_in(lead) && !date.last) return true;
    if (since.stands_in(lead) && since_words.stands_in(text.low)) return true;
    return before.stands_in(lead);
}

bool of_a_meeting(const Letters& text) {
    static const Pattern open_to_others{
        "\\b(?:metodick|verejn|informacn|osvetov|spolecn|slavnostn|seznamovac|inspirativn|sousedsk)[a-z]*\\s+(?:schuzk|setkan|jednan|zasedan)|\\b(?:schuzk|setkan|zasedan|porad)[a-z]* (?:pro|s) (?:poskytovatel|pracovnik|ucitel|zajemc|klient|neziskov|koordinator|lekar|zamestnavatel|skol|opatrovnik|rodic|obcan|verejnost|senior|pecujic|rodin|dobrovolnik|starost|pamet)"};
    if (open_to_others.stands_in(text.low)) return false;
    static const Pattern meeting{
        "\\b(?:jednani|schuz[a-z]*|porad[auye]?\\b|zasedani|schuzk[a-z]*|setkani (?:pracovni |ridici )?(?:skupiny|tymu|komise|vyboru|podskupiny)|skupina se (?:sejde|schazi|sesla)|podskupin[a-z]* se)\\b"};
    for (auto& found : meeting.all(text.low))
        if (!found[0].starts_with("porad") || text.cut(found.from(), found.to()).find("ř") == std::string::npos)
            return true;    // „pořádá“ is none
    return false;
}

bool has_passed(const std::string& low) {
    static const Pattern past{
        "\\b(?:konal[aoiy]?|probehl[aoiy]?|uskutecnil[aoiy]?|zucastnil[aiy]?|prislo|navstivil[aiy]?|vratil[aiy]?|usporadal[aiy]?)\\b"};
    return past.stands_in(low);
}

bool heads_event_list(const Line& line) {
    static const Pattern heading{
        "^(?:(?:ad\\s*)?\\.?\\s*\\d*[.)]*\\s*)?(?:(?:hlavni |dalsi |nase |spolecne |jarni |podzimni |letni |zimni )?akce\\b|na co se tesime|kam (?:jit|zajit|pujdeme|pojedeme|spolu)|co se (?:bude )?chysta|co se bude dit|co bude$|chysta se|pozvanky|pozvani|co nas ceka|v kalendari|kalendar$|kalendar akci|planovane akce|prehled akci|nadchazejici|pripravovane|chystane|zajimave akce|akce a|ruzne akce|terminy akci|blizi se|pozvanka|kde nas (?:uvid|najd|potk)|zveme|nezapomente|poznamenejte si|z kalendare|udalosti)"},
        anywhere{"\\b(?:akce|akci|kalendar|udalosti|pozvanky|co nas ceka|chysta|tesime|nadchazejici|vzdelavani)\\b"};
    if (line.empty() || line.text.size() > 70 || line.text.ends_with('.')) return false;
    auto low = plain_small(line.text);
    bool headed = line.kind == LineKind::heading || line.kind == LineKind::item || is_heading_of_point(line) ||
                  std::ranges::none_of(Letters{line.text}.plain, [](char c) { return c >= 'a' && c <= 'z'; });
    return heading.stands_in(low) || (headed && line.text.size() < 50 && anywhere.stands_in(low) &&
                                      low.find_first_of("0123456789", 4) == low.npos);
}

}
