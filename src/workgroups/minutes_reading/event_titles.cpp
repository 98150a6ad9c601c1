// What an event is called: its noun with what belongs to it, in the nominative.
#include "workgroups/minutes_reading/event_reading.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/word_lists.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

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

// „začne“ looks like „slavné“ without its accent: where the text has accents, an adjective ends with one.
bool is_adjective_at(const Letters& text, const WordAt& word) {
    auto low = text.low.substr(word.from, word.to - word.from);
    static const Pattern verb{
        "^(?:budou|jedou|pojedou|prijedou|pujdou|projdou|konani|poradani|usporadani|videni|vedomi|take|taky|jake|nejake|jdou|mohou|zvou|hrajou|zacne|ceka|konaji|zucastni|uskutecni|probehne|vypukne|propukne|pripadne|zacina|otevira|pozvali|pozvala)$"};
    if (!is_adjective(low) || verb.stands_in(low)) return false;
    auto written = text.cut(word.from, word.to);
    bool accents = text.source.size() > text.size() + 2;    // letters with accents take two bytes
    if (!accents || low.size() < 4 || low == "rocnik") return true;
    static constexpr std::string_view endings[] = {"í",  "ý",  "á", "é", "ou", "ho", "ém", "ým", "ím",
                                                   "ch", "mi", "Í", "Ý", "Á",  "É",  "OU", "vo"};
    return std::ranges::any_of(endings, [&](auto ending) { return written.ends_with(ending); });
}

std::string adjective_beside(const std::string& word, const std::string& noun) {
    bool feminine = noun.ends_with("a") || noun.ends_with("e") || noun == "vernisáž" || noun == "stáž" ||
                    noun == "soutěž" || noun == "pouť" || noun == "kampaň" || noun == "noc" || noun == "slavnosti" ||
                    noun == "hry" || noun == "oslavy";
    bool several = noun.ends_with("y") || noun == "slavnosti";
    bool neuter = noun.ends_with("í") || noun.ends_with("o") || noun == "fórum";
    auto hard = several ? "é" : feminine ? "á" : neuter ? "é" : "ý";
    auto ending = [&](std::string_view tail) { return word.ends_with(tail); };
    auto with = [&](std::string_view tail, std::string_view instead) {
        return word.substr(0, word.size() - tail.size()) + std::string{instead};
    };
    for (std::string_view tail : {"ého", "ému", "ými", "ých"})
        if (ending(tail)) return with(tail, hard);
    for (std::string_view tail : {"ího", "ímu", "ími", "ích", "ím"})
        if (ending(tail)) return with(tail, "í");
    if (ending("ém") || ending("ým")) return with("ém", hard);
    if (ending("ou") && feminine) return with("ou", "á");
    if (ending("é") && feminine && !several) return with("é", "á");
    return word;
}

}

bool is_adjective(const std::string& low) {
    if (low.size() < 4)
        return low == "at" || (low.size() > 1 && low.back() == '.' && low[0] >= '0' && low[0] <= '9') ||
               low == "rocnik";
    static constexpr std::string_view endings[] = {
        "ni",  "ky",     "ka",  "ke",  "ny",  "na",    "ne",  "ve",  "vy",  "va",  "ovy", "ici",  "aci",  "ovo", "ou",
        "eho", "rocnik", "nim", "kou", "nou", "stsky", "ych", "ich", "ymi", "imi", "iho", "skem", "ckem", "ovem"};
    return std::ranges::any_of(endings, [&](auto ending) { return low.ends_with(ending); });
}

std::string event_in_nominative(const std::string& phrase) {
    auto words = text::parted(phrase, " ");
    bool accents = plain_small(phrase).size() < phrase.size();
    auto& forms = kinds_of("event_noun_forms");
    for (std::size_t at = 0; at < std::min<std::size_t>(words.size(), 5); ++at) {
        auto low = plain_small(words[at]);
        auto comma = low.find_first_of(",.;:");
        if (comma != low.npos) low.resize(comma);
        auto form = std::ranges::find(forms, low, &std::pair<std::string, std::string>::first);
        bool verbal = low.ends_with("nim") && low.size() > 6 && words[at].ends_with("ím");
        if (form == forms.end() && !verbal) {
            if (low == "rocnik" || (event_noun().stands_in(low) && !is_adjective(low)))
                break;    // in the nominative already
            continue;
        }
        auto next = at + 1 < words.size() ? plain_small(words[at + 1]) : std::string{};
        bool adjective = verbal && form == forms.end() &&
                         (next.ends_with("nim") ||
                          std::ranges::find(forms, next, &std::pair<std::string, std::string>::first) != forms.end());
        if (adjective) continue;
        auto noun = verbal ? words[at].substr(0, words[at].size() - 1) : form->second;
        if (form != forms.end() && !verbal) {
            if (!accents) noun = plain_small(noun);
            if (Letters{words[at]}.capital(0) && noun[0] >= 'a' && noun[0] <= 'z') noun[0] = char(noun[0] - 32);
        }
        words[at] = noun + (comma == low.npos ? "" : words[at].substr(words[at].size() - 1));
        for (std::size_t before = 0; before < at && accents; ++before)
            words[before] = adjective_beside(words[before], verbal ? noun : form->second);
        break;
    }
    return text::joined(words, " ");
}

namespace {

// „konference v Olomouci dne 11. září“: where a bare noun has nothing else beside it but the day.
std::string place_behind(const Letters& text, std::size_t from, const std::vector<DateInText>& dates) {
    static const Pattern place{
        "^\\s(?:v|ve|na|do|u|k|o|s|pro)\\s(?:[^,;:.(]|(?<=\\bsv)\\.|(?<=\\bnam)\\.|(?<=\\bul)\\.){3,60}?(?=\\s(?:dne|ve dnech|v|ve)?\\s?$)"};
    auto next = std::ranges::find_if(dates, [&](auto& date) { return date.from > from; });
    if (next == dates.end() || next->from > from + 80) return {};
    auto between = text.low.substr(from, next->from - from);
    auto found = place.in(between);
    if (!found || takes_place().stands_in(between)) return {};
    return squeezed(text.cut(from + found->from(), from + found->to()));
}

}

std::string noun_phrase(const Letters& text, std::size_t noun, const std::vector<DateInText>& dates) {
    static const Pattern stop{
        "^(?:se|si|bude|budou|probehne|probehnou|uskutecni|kona|konat|konaji|je|jsou|ktery|ktera|ktere|kterou|kteri|porada|ve|v|dne|od|letos|loni|zacina|zacinaji|povede|pozvanky|chysta|usporada|start|odjezd|sraz|vstup|prihlasky|pojede|pojedeme|pojedou|jede|jedeme|vyrazi|svolava|svolavame|nabidne|prijede|planuje|planujeme|pripada|vychazi|otevre|zahaji|potrva|konal|konala|konalo|mesto|pripravuje|bychom|jsme|uz|tentokrat|mame|byl|byla|bylo|byly|budeme|pripadl|pripadla|vypukne|propukne)\\b(?!\\.)"};
    auto words = words_at(text);
    auto at = std::size_t(std::ranges::find_if(words, [&](auto& word) { return word.to > noun; }) - words.begin());
    if (at >= words.size()) return {};
    auto first = at;
    while (first > 0) {
        auto word = text.low.substr(words[first - 1].from, words[first - 1].to - words[first - 1].from);
        bool dated = std::ranges::any_of(
            dates, [&](auto& date) { return words[first - 1].from < date.to && date.from < words[first - 1].to; });
        auto of_edition =
            word == "rocnik" || (word.size() > 1 && word.back() == '.' && word[0] >= '0' && word[0] <= '9');
        if (dated || word.ends_with(',') || word.ends_with(':') || stop.stands_in(word) ||
            (!of_edition && !is_adjective_at(text, words[first - 1])))
            break;
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
        bool of_day = word == "dne" && text.capital(words[last + 1].from);    // „9. ročník Dne rodin“
        // „beseda se sousedy“, not „beseda se koná“
        if (word == "se" && last + 2 < words.size()) {
            auto with = text.low.substr(words[last + 2].from, words[last + 2].to - words[last + 2].from);
            static const Pattern whom{"(?:y|i|ami|emi|imi|ym|im|ou|em)[,.:;]?$"};
            if (whom.stands_in(with) && !takes_place().stands_in(with)) {
                last += 2, meaning += 2;
                continue;
            }
        }
        static const Pattern shortened{"^(?:mgr|ing|bc|mudr|phdr|judr|paeddr|sv|dr|doc|prof|nam|ul|tr|rdr|p|c)\\.$"};
        if (end == '.' && shortened.stands_in(text.low.substr(words[last].from, words[last].to - words[last].from)))
            end = ' ';
        if (dated || bracket || end == ',' || end == '.' || end == ':' || end == ';' || weekday ||
            (stop.stands_in(word) && !(in_place && word != "od") && !of_day))
            break;
        if (word == "-" && meaning > 2) break;
        ++last, ++meaning;
        if (last - at > 14) break;
    }
    auto to = words[last].to;    // a name in quotes stays whole
    auto quotes = std::ranges::count(text.low.substr(words[first].from, to - words[first].from), '"');
    if (quotes % 2 == 1)
        if (auto close = text.low.find('"', to); close != std::string::npos && close < to + 120) to = close + 1;
    auto phrase = squeezed(text.cut(words[first].from, to));
    while (!phrase.empty() &&
           (phrase.back() == ',' || phrase.back() == '.' || phrase.back() == ':' || phrase.back() == '-'))
        phrase.pop_back();
    for (std::string_view tail : {" v", " ve", " na", " od", " u", " a", " –"})
        if (phrase.ends_with(tail)) phrase.resize(phrase.size() - tail.size());
    if (last - at <= 1 && !phrase.empty())
        if (auto where = place_behind(text, words[last].to, dates); !where.empty()) phrase += ' ' + where;
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

std::string told_title(const Letters& text, const DateInText& date) {
    static const Pattern itself{
        "\\b(?:kona(?:ji)?|konat|probehn(?:e|ou)|uskutecni|vychazi|pripada|pripadne|propukne|vypukne|odstartuje|startuje|hraje|(?<!kdy )(?<!zda )se otevr(?:e|ou))\\b"},
        somebody{
            "\\b(?:porada(?:ji|me)?|usporada(?:ji|me)?|chysta(?:ji|me)?|pripravuj(?:e|i|eme)|svolava(?:me)?|zve(?:me)?|zvou|pozvala?|hosti|promita(?:me)?|nabidne)\\b"},
        away{"\\b(?:jed(?:e|eme|ou)|pojed(?:e|eme|ou)|vyraz(?:i|ime)|pujd(?:e|eme|ou)|vyda(?:me)? se)\\b"},
        aim{"\\b(?:na|do|k)\\s+(?!pondeli|utery|stred|ctvrt|patek|sobot|nedel|\\d)"},
        no_event{
            "\\b(?:hodnocen|sber\\b|sberu|setren|prijem|projednan|vyhodnocen|kontrol|inventur|rekonstrukc|stavb|oprav|odstavk|volb|vyzv|schvalov|rozhod|podav|vyplat|registrac|zapis|prezkum|zuctov|vyuctov|uzaverk|vyber|jednani|porad[auy]\\b|schuz|zasedan|zastupitel|predani staven|zmen|revize|dodan|instalac|montaz|stehovan|vyplnen|dotaznik|pilot|testovan|provoz|scitan|ockovan|vyuka|zkousk)"};
    auto clean = [&](std::size_t from, std::size_t to) {
        static const Pattern lead{
            "^(?:[\\s,;:.|-]|(?:dne|ve dnech|v|ve|na|od|do|se|si|letos|zde|tam|take|taky|pak|potom|dale|jeste|predtim|opet|znovu|zase|a|i|ze|bude|budou|tradicne|u nas|nas|pondeli|utery|stredu|ctvrtek|patek|sobotu|nedeli)(?=[\\s,])|\\d{1,2}(?:[:.,]\\d\\d)?\\s*(?:hod[a-z]*\\.?|h\\b))+"},
            tail{
                "(?:[\\s,:(-]|\\b(?:dne|ve dnech|v|ve|na|od|se|si|uz|letos|opet|take|take|pak|potom|bude|budou|zase|tradicne|pondeli|utery|stredu|ctvrtek|patek|sobotu|nedeli))+$"};
        auto part = text.cut(from, std::max(from, to));
        Letters head{part};
        if (auto found = lead.in(head.low)) part = head.cut(found->to());
        Letters whole{part};
        if (auto found = tail.in(whole.low)) part = whole.cut(0, found->from());
        Letters rest{part};
        static const Pattern end{"[,;(]|\\s-\\s|\\.\\s|\\.$"};
        if (auto found = end.in(rest.low); found && found->from() > 3) part = rest.cut(0, found->from());
        return squeezed(part);
    };
    auto good = [&](const std::string& title) {
        auto low = plain_small(title);
        return only_letters(title).size() >= 5 && title.size() < 110 && !no_event.stands_in(low);
    };
    // outside the day itself
    auto behind_day = [&](std::size_t from, std::size_t to) {
        if (date.from >= from && date.to <= to) {
            auto before = clean(from, date.from), after = clean(date.to, to);
            return only_letters(before).size() >= 5 ? before : after;
        }
        return clean(from, to);
    };
    // „Jana Modrá připomněla, že …“: what she said begins behind it
    static const Pattern that{"(?:,\\s+(?:ze|kde|kdy|protoze|nebot)|:)\\s"};
    std::size_t begin = 0;
    for (auto& found : that.all(text.low))
        if (auto verb = itself.in(text.low, found.to())) begin = found.to();
    if (auto verb = itself.in(text.low, begin)) {
        auto before = behind_day(begin, verb->from());
        if (good(before)) return before;
        auto after = behind_day(verb->to(), text.size());
        return only_letters(before).size() < 5 && good(after) ? after : std::string{};
    }
    if (auto verb = somebody.in(text.low)) {
        auto after = behind_day(verb->to(), text.size());
        return good(after) ? after : std::string{};
    }
    if (auto verb = away.in(text.low)) {
        if (auto found = aim.in(text.low, verb->to())) {
            bool onto = text.low.substr(found->from(), 2) == "na";
            auto after = clean(onto ? found->to() : found->from(), text.size());
            return good(after) ? after : std::string{};
        }
        if (auto before = aim.in(text.low); before && before->from() < verb->from())    // „Na Bouzov pojedeme“
            return text.cut(before->from(), before->to()) + clean(before->from(), verb->from());
    }
    return {};
}

}
