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

struct WordAt {
    std::size_t from, to;
};

std::vector<WordAt> words_at(const Letters& text) {
    std::vector<WordAt> words;
    for (std::size_t at = 0; at < text.size();) {
        if (text.low[at] == ' ') {
            ++at;
            continue;
        }
        auto to = text.low.find(' ', at);
        words.push_back({at, to == std::string::npos ? text.size() : to});
        at = words.back().to;
    }
    return words;
}

}

const Pattern& event_noun() {
    static const Pattern noun{"\\b(?:" + alternatives_of("event_nouns") + ")[a-z]*"};
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
        "(?:\\b(?:do|nejpozdeji|konci|vyprsi|skonci|puvodne(?: [a-z]+)? na|puvodni termin|misto|presunut[aoy]? z|prelozen[aoy]? z|termin[a-z]*(?: je| do)?|k|ke|ze|ze dne|ucinnost[a-z]* (?:od|dnem)|platnost[a-z]* od|splneno|uzaverk[a-z]*(?: je)?|schvalen[aoy]?|podepsan[aoy]?|narozen[a-z]*|c\\.|zapsala?|prihlas[a-z]* do|zverejneno|registrac[a-z]* do|prijima[a-z]* (?:se )?do|odevzdat|zaslat|podat|zadosti (?:lze )?(?:podavat )?do)\\s*:?\\s*(?:dne\\s*)?(?:pondeli|utery|stredy|ctvrtka|patku|soboty|nedele)?\\s*)$"};
    auto from = date.from > 60 ? date.from - 60 : 0;
    auto lead = text.low.substr(from, date.from - from);
    static const Pattern since{"\\bod\\s*$"},
        since_words{
            "ucinnost|platnost|plati|pusobi|poskytuj|funguje|realizuj|provoz|nastoup|zameston|zmen[aei]|zavede"};
    if (since.stands_in(lead) && !date.last) return true;
    if (since.stands_in(lead) && since_words.stands_in(text.low)) return true;
    return before.stands_in(lead);
}

bool of_a_meeting(const Letters& text) {
    static const Pattern open_to_others{
        "\\b(?:metodick|verejn|informacn|osvetov|spolecn|slavnostn|seznamovac|inspirativn|sousedsk)[a-z]*\\s+(?:schuzk|setkan|jednan|zasedan)|\\b(?:schuzk|setkan)[a-z]* (?:pro|s) (?:opatrovnik|rodic|obcan|verejnost|senior|pecujic|rodin|dobrovolnik|starost|pamet)"};
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

bool is_adjective(const std::string& low) {
    if (low.size() < 4)
        return low == "at" || (low.size() > 1 && low.back() == '.' && low[0] >= '0' && low[0] <= '9') ||
               low == "rocnik";
    static constexpr std::string_view endings[] = {"ni", "ky",  "ka",     "ke",  "ny",  "na",  "ne",
                                                   "ve", "vy",  "va",     "ovy", "ici", "aci", "ovo",
                                                   "ou", "eho", "rocnik", "nim", "kou", "nou", "stsky"};
    return std::ranges::any_of(endings, [&](auto ending) { return low.ends_with(ending); });
}

std::string noun_phrase(const Letters& text, std::size_t noun, const std::vector<DateInText>& dates) {
    static const Pattern stop{
        "^(?:se|si|bude|budou|probehne|probehnou|uskutecni|kona|konat|konaji|je|jsou|ktery|ktera|ktere|kterou|kteri|porada|ve|v|dne|od|letos|zacina|zacinaji|povede|pozvanky|chysta|usporada|start)\\b"};
    auto words = words_at(text);
    auto at = std::size_t(std::ranges::find_if(words, [&](auto& word) { return word.to > noun; }) - words.begin());
    if (at >= words.size()) return {};
    auto first = at;
    while (first > 0) {
        auto word = text.low.substr(words[first - 1].from, words[first - 1].to - words[first - 1].from);
        bool dated = std::ranges::any_of(
            dates, [&](auto& date) { return words[first - 1].from < date.to && date.from < words[first - 1].to; });
        if (dated || word.ends_with(',') || word.ends_with(':') || stop.stands_in(word) || !is_adjective(word)) break;
        --first;
    }
    auto last = at;
    std::size_t meaning = 1;
    while (last + 1 < words.size()) {
        auto word = text.low.substr(words[last + 1].from, words[last + 1].to - words[last + 1].from);
        auto end = text.low[words[last].to - 1];
        bool dated = std::ranges::any_of(
            dates, [&](auto& date) { return words[last + 1].from < date.to && date.from < words[last + 1].to; });
        bool bracket = word.starts_with('(');
        bool weekday = word == "pondeli" || word == "utery" || word == "stredu" || word == "ctvrtek" ||
                       word == "patek" || word == "sobotu" || word == "nedeli" || word == "dnech";
        // „v“ is of the name where a place follows it and the noun is still bare: „den otevřených dveří v centru …“
        bool in_place = (word == "v" || word == "ve" || word == "na" || word == "u" || word == "od") && meaning >= 3;
        // „beseda se sousedy“, not „beseda se koná“
        if (word == "se" && last + 2 < words.size()) {
            auto with = text.low.substr(words[last + 2].from, words[last + 2].to - words[last + 2].from);
            static const Pattern whom{"(?:y|i|ami|emi|imi|ym|im|ou|em)[,.]?$"};
            if (whom.stands_in(with) && !takes_place().stands_in(with)) {
                last += 2, meaning += 2;
                continue;
            }
        }
        if (dated || bracket || end == ',' || end == '.' || end == ':' || end == ';' || weekday ||
            (stop.stands_in(word) && !(in_place && word != "od")))
            break;
        if (word == "-" && meaning > 2) break;
        ++last, ++meaning;
        if (last - at > 14) break;
    }
    auto phrase = squeezed(text.cut(words[first].from, words[last].to));
    while (!phrase.empty() &&
           (phrase.back() == ',' || phrase.back() == '.' || phrase.back() == ':' || phrase.back() == '-'))
        phrase.pop_back();
    for (std::string_view tail : {" v", " ve", " na", " od", " u", " a", " –"})
        if (phrase.ends_with(tail)) phrase.resize(phrase.size() - tail.size());
    return phrase;
}

std::string subject_phrase(const Letters& text, const DateInText& date) {
    auto from = text.low.rfind(". ", date.from);
    from = from == std::string::npos ? 0 : from + 2;
    for (auto sign : {"; ", ": "})
        if (auto at = text.low.rfind(sign, date.from); at != std::string::npos && at + 2 > from) from = at + 2;
    static const Pattern verb{
        "\\b(?:se kona|se konaji|se bude|se uskutecni|probehne|probehnou|bude|budou|je|jsou|pojedeme|jedeme|planujeme|chystame|mame|zacina|zacne|se jde|jde se|poradame|porada|prijede)\\b"};
    static const Pattern tail{
        "(?:[\\s,:(-]|\\b(?:dne|v|ve|na|od|uz|zase|take|pak|potom|pondeli|utery|stredu|ctvrtek|patek|sobotu|nedeli))+$"};
    static const Pattern lead{
        "^(?:(?:ad \\d+\\)|k bodu \\d+\\.?|-|a|pak|potom|dale|take|jeste|predtim|letos|letosni)\\s+)+"};
    auto before = text.cut(from, std::max(from, date.from));
    Letters clause{before};
    if (auto found = verb.in(clause.low); found && found->from() > 3) before = clause.cut(0, found->from());
    else if (auto behind = verb.in(text.low, date.to); behind && from == date.from)
        before = text.cut(date.to, behind->from());
    Letters head{before};
    if (auto found = tail.in(head.low)) before = head.cut(0, found->from());
    Letters begin{before};
    if (auto found = lead.in(begin.low)) before = begin.cut(found->to());
    return before.size() > 90 ? std::string{} : squeezed(before);
}

}
