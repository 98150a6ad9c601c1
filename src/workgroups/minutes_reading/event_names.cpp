// What an event is called in the line or the sentences that tell of it, and which noun of a sentence it is.
#include "workgroups/minutes_reading/event_reading.hpp"

#include "platform/reading/decoding.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

bool is_weekday(const std::string& text) {
    static const Pattern day{
        "^\\W*(?:v |ve )?(?:pondeli|utery|stred[au]|ctvrtek|patek|sobot[au]|nedel[ei]|dne|ve dnech)\\W*$"};
    return day.stands_in(plain_small(text));
}

// „Téma semináře je „Podpora zaměstnání lidí …““ in one of the next sentences.
std::string theme_below(const MinutesSource& source, std::size_t index) {
    static const Pattern theme{"\\b(?:tema|tematem|nazvem|nazev|nazvan[ay]?)\\b[^\"]{0,40}(\"[^\"]{8,160}\")"};
    for (auto next = index; next < std::min(source.sentences.size(), index + 4); ++next) {
        auto& sentence = source.sentences[next];
        if (sentence.paragraph != source.sentences[index].paragraph) break;
        if (auto found = theme.in(sentence.letters.low)) return sentence.letters.cut(found->from(1), found->to(1));
    }
    return {};
}

// Between full stops and semicolons, at most so long.
std::string clause_around(const Letters& letters, std::size_t at) {
    auto from = letters.low.rfind(". ", at);
    from = from == std::string::npos ? 0 : from + 2;
    auto to = letters.low.find(". ", at);
    if (to == std::string::npos) to = letters.size();
    static const Pattern that{"(?:,|:)\\s(?:ze\\s)?"};
    for (auto& found : that.all(letters.low))
        if (found.from() > from && found.to() <= at) from = found.to();
    if (to - from > 160) to = from + 160;
    auto text = squeezed(letters.cut(from, to));
    while (text.ends_with('.') || text.ends_with(',')) text.pop_back();
    return text;
}

// „Májové odpoledne“, „Národní den“: an adjective in capitals makes it a name.
bool behind_capital(const Letters& letters, std::size_t at) {
    if (at < 3) return false;
    auto before = letters.low.rfind(' ', at - 2);
    auto word = before == std::string::npos ? 0 : before + 1;
    auto low = letters.low.substr(word, at - 1 - word);
    static const Pattern any_day{
        "^(?:prvni|posledn|dalsi|pristi|druh|treti|cel|pracovni|nasledujic|kazd|stejn|jed|obvykl|ucednick|uredni|konzultacni|[a-z]+i\\b$)"};
    if (word == 0 && any_day.stands_in(low) && low != "narodni" && low != "mezinarodni" && low != "sportovni")
        return false;
    return letters.capital(word) && is_adjective(low);
}

}

// „Bude v úterý 22. 10. v učilišti“: its noun stood in the sentence before.
bool begins_bare(const Letters& letters) {
    static const Pattern bare{
        "^(?:a |to |ta |ten |ti |ty |(?:dalsi|pristi|druh[yae]|nejblizsi)(?: [a-z]+)? (?:se )?)?(?:bude|budou|kona|konaji|probehne|probehnou|uskutecni|je)\\b"};
    return bare.stands_in(letters.low);
}

std::optional<std::size_t> nearest_noun(const Letters& letters, const DateInText& date) {
    std::optional<std::size_t> best;
    std::size_t distance = 0, last_end = 0;
    std::optional<std::size_t> last;
    auto head = [](const Found& found) {    // „3. ročník“ has its noun behind the number
        auto edition = found[0].find("rocnik");
        return found.from() + (edition == std::string::npos ? 0 : edition);
    };
    for (auto& found : event_noun().all(letters.low)) {
        static const Pattern no_noun{
            "^(?:den |dny |dnes|denni|denn[eě]|dne|tydne|tydny|behem|hraje|trhu|trh\\b|hran|snemovn|otevreno|zabavn|tydenn|klubovn|soutezi$|seminarni|kurzovn|tabork|tabore|hrad|beha|film[aoe]|predstavenst|vecer\\b|odpoledne\\b|kurzu$)"};
        // „Večer dobrovolníků je …“ begins with its name
        static const Pattern of_whom{"^ (?!v |ve |na |od |do |se |je |bude |a |i |\\d)[a-z]{4,}"};
        bool begins = found.from() == 0 && letters.capital(0) && of_whom.stands_in(letters.low.substr(found.to()));
        bool of_day = found[0].starts_with("dn") && found[0].find(' ') != std::string::npos;    // „Dne rodin“
        if (of_day && (found.from() == 0 || !letters.capital(found.from()))) continue;
        bool named = behind_capital(letters, found.from()) || begins || of_day;
        if (!named && (found[0] == "den" || found[0] == "dny" || found[0] == "tyden") &&
            (found.to() + 2 > letters.size() || (!letters.capital(found.from()) && found[0] != "tyden")))
            continue;
        if (!named && no_noun.stands_in(found[0]) && !found[0].starts_with("den ") && found[0] != "den" &&
            found[0] != "dny")
            continue;
        static const Pattern in_place{"\\b(?:v|ve|na)\\s+(?:[a-z]+\\s+)?$"};
        bool of_place = in_place.stands_in(letters.low.substr(0, found.from()));
        static const Pattern adjective{"(?:ovem|skem|ckem|cnem|nim|ove)$"};
        if (of_place && adjective.stands_in(found[0]) && !named) continue;    // „v Kongresovém centru“
        auto far = (of_place ? 400u : 0u) + (found.from() > date.to
                                                 ? (found.from() - date.to) + 25    // mostly the day follows
                                             : date.from > found.to() ? date.from - found.to()
                                                                      : 0);
        // „Výjezdní setkání se supervizí“: the first of two names of one thing
        static const Pattern joins{"^\\s(?:(?:se|s|k|ke|na|o|pro|spojen[a-z]* se?)\\s(?:[a-z]+\\s)?)?$"};
        auto gap =
            last && found.from() > last_end ? letters.low.substr(last_end, found.from() - last_end) : std::string{"."};
        bool of_last = last && !of_place && joins.stands_in(gap);
        if (!best || far < distance) best = of_last ? *last : head(found), distance = far;
        if (!of_place) last = of_last ? last : head(found), last_end = found.to();
    }
    return best;
}

// „dne 19. 11. 2015 -  2. ročník zážitkové akce Noc venku,“
std::string listed_title(const Sentence& sentence, const DateInText& date) {
    auto& letters = sentence.letters;
    auto before = squeezed(letters.cut(0, date.from)), after = squeezed(letters.cut(date.to));
    static const Pattern place_or_hour{"^[,;(|:-]|^(?:od|v|ve|do|na)\\s|^\\d|^$"};
    if (before.ends_with(':') && !event_noun().stands_in(plain_small(before)) &&
        !place_or_hour.stands_in(plain_small(after)))
        before.clear();    // „Charita: 17. 4. postní polévka“
    static const Pattern lead{
        "^(?:[\\s:,;.|-]|\\((?:po|ut|st|ct|pa|so|ne)[a-z]*\\)|\\bod \\d{1,2}(?:[:.]\\d\\d)?(?: (?:hod\\w*\\.?|h\\b))?|\\bod\\b|\\bv \\d{1,2}[:.]\\d\\d|\\bse kona\\b|\\bve dnech\\b)+"};
    static const Pattern tail{
        "(?:[\\s:,;.|(-]|\\b(?:dne|ve dnech|v|ve|na|od|pondeli|utery|stredu|streda|ctvrtek|patek|sobota|sobotu|nedele|nedeli|se kona|se konaji|se bude konat|se uskutecni|probehne|probehnou|se|si|letos|opet|bude|budou|je|jsou|pojede|jede|planujeme|pripada|vychazi|az|zase|vzdy|potrva|uz|zveme|pripravujeme|chystame))+$"};
    Letters head{before}, rest{after};
    if (auto found = tail.in(head.low)) before = head.cut(0, found->from());
    if (auto found = lead.in(rest.low)) after = rest.cut(found->to());
    if (auto open = before.find(" ("); open != before.npos && before.find(')', open) == before.npos && open > 8)
        before.resize(open);    // „Putovní výstava (vernisáž 12. 4.)“
    if (only_letters(before).size() >= 6 && !is_weekday(before)) return before;
    Letters title{after};
    static const Pattern end{"[,;|](?=\\s)|\\.\\s|\\s\\(|,$"};
    if (auto found = end.in(title.low); found && found->from() > 8) after = title.cut(0, found->from());
    return squeezed(after);
}

std::string title_in_sentence(const MinutesSource& source, const Sentence& sentence, std::size_t index,
                              std::optional<std::size_t> noun, const DateInText& date,
                              const std::vector<DateInText>& dates) {
    auto& letters = sentence.letters;
    std::string title = noun ? noun_phrase(letters, *noun, dates) : std::string{};
    // A bare noun, or none: what it is stands in the sentence before
    bool bare = title.find(' ') == title.npos;
    if (bare && index > 0 && source.sentences[index - 1].paragraph == sentence.paragraph) {
        auto& before = source.sentences[index - 1].letters;
        std::optional<std::size_t> earlier;
        auto stem = plain_small(title).substr(0, 5);
        for (auto& found : event_noun().all(before.low))
            if (stem.size() < 4 || found[0].starts_with(stem)) earlier = found.from();
        bool repeats = stem.size() >= 4 && plain_small(letters.source).starts_with(stem);
        if (earlier && (begins_bare(letters) || repeats))
            if (auto named = noun_phrase(before, *earlier, dates_in(before, source.years)); named.size() > title.size())
                return named;
    }
    if (bare && !title.empty() && *noun > 12 && event_in_nominative(title) != title) return title;
    if (bare)
        if (auto subject = subject_phrase(letters, date); only_letters(subject).size() > 4 && !is_weekday(subject))
            return subject;
    if (bare && begins_bare(letters) && index > 0 && source.sentences[index - 1].paragraph == sentence.paragraph)
        return clause_around(source.sentences[index - 1].letters, source.sentences[index - 1].letters.size() - 1);
    if (title.size() < 40)
        if (auto theme = theme_below(source, index); !theme.empty()) return title.empty() ? theme : title + ' ' + theme;
    if (!bare) return title;
    return clause_around(letters, noun.value_or(dates.front().from));
}

}
