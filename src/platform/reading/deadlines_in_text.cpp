// Deadlines: days, and what people say instead of one.
#include "platform/reading/dates_in_text.hpp"

#include "platform/reading/month_names.hpp"
#include "platform/reading/pattern.hpp"

#include <algorithm>

namespace reading {

namespace {

Date last_of_month(int year, int month) { return plus_months(*day_of(year, month, 1), 1) - std::chrono::days{1}; }

std::optional<Date> end_of_month_ahead(int month, int year, const YearContext& context) {
    if (year > 0) return last_of_month(year, month);
    if (context.year) return last_of_month(*context.year, month);
    if (!context.document_day) return {};
    auto day = last_of_month(year_of(*context.document_day), month);
    return day < *context.document_day ? last_of_month(year_of(*context.document_day) + 1, month) : day;
}

// „dvou“, „ctrnacti“, „30“
int count_named(std::string_view word) {
    if (!word.empty() && word[0] >= '0' && word[0] <= '9') return std::stoi(std::string{word.substr(0, 3)});
    static constexpr std::pair<std::string_view, int> counts[] = {{"jedn", 1}, {"dvou", 2}, {"dva", 2},
                                                                  {"tri", 3},  {"ctr", 14}, {"ctyr", 4},
                                                                  {"pet", 5},  {"sest", 6}, {"deset", 10}};
    for (auto& [beginning, count] : counts)
        if (word.starts_with(beginning)) return count;
    return 1;
}

int number_or_none(const Found& found, std::size_t part) { return found.has(part) ? found.number(part) : 0; }

Deadline said_at(const Found& found, std::optional<Date> day) {
    return {.day = day, .said = true, .from = found.from(), .to = found.to()};
}

// Nothing where the day of the document would have to be known.
using ReadDeadline = std::optional<Deadline> (*)(const Found&, const YearContext&);

std::optional<Deadline> at_next_meeting(const Found& found, const YearContext&) {
    auto deadline = said_at(found, {});
    deadline.next_meeting = true;
    return deadline;
}

std::optional<Deadline> on_weekday(const Found& found, const YearContext& context) {
    if (!context.document_day) return {};
    auto today = std::chrono::weekday{*context.document_day}.iso_encoding();
    auto ahead = (weekday_named(found[1]) - int(today) + 7) % 7;
    return said_at(found, *context.document_day + std::chrono::days{ahead == 0 ? 7 : ahead});
}

std::optional<Deadline> tomorrow(const Found& found, const YearContext& context) {
    if (!context.document_day) return {};
    return said_at(found, *context.document_day + std::chrono::days{found[1] == "pozitri" ? 2 : 1});
}

std::optional<Deadline> at_end_of_month(const Found& found, const YearContext& context) {
    return said_at(found, end_of_month_ahead(*month_named(found[1]), number_or_none(found, 2), context));
}

std::optional<Deadline> in_middle_of_month(const Found& found, const YearContext& context) {
    auto month = *month_named(found[1]);
    auto end = end_of_month_ahead(month, number_or_none(found, 2), context);
    return said_at(found, end ? day_of(year_of(*end), month, 15) : std::nullopt);
}

std::optional<Deadline> at_end_of_year(const Found& found, const YearContext& context) {
    return said_at(found, end_of_month_ahead(12, number_or_none(found, 1), context));
}

std::optional<Deadline> at_end_of_holidays(const Found& found, const YearContext& context) {
    return said_at(found, end_of_month_ahead(8, 0, context));
}

std::optional<Deadline> at_end_of_quarter(const Found& found, const YearContext& context) {
    auto quarter = found.number(found.has(1) ? 1 : 3);
    auto year = std::max(number_or_none(found, 2), number_or_none(found, 4));
    return said_at(found, end_of_month_ahead(3 * quarter, year, context));
}

std::optional<Deadline> after_some_time(const Found& found, const YearContext& context) {
    if (!context.document_day) return {};
    auto count = count_named(found[found.has(1) ? 1 : 3]);
    auto& unit = found[found.has(2) ? 2 : 3];    // „do týdne“ says one
    if (unit.starts_with("mes")) return said_at(found, plus_months(*context.document_day, count));
    return said_at(found, *context.document_day + std::chrono::days{unit.starts_with("tyd") ? 7 * count : count});
}

std::optional<Deadline> at_end_of_numbered_month(const Found& found, const YearContext&) {
    return said_at(found, last_of_month(found.number(2), found.number(1)));
}

std::optional<Deadline> without_day(const Found& found, const YearContext&) { return said_at(found, {}); }

struct DeadlineShape {
    Pattern pattern;
    ReadDeadline read;
};

// The first that fits counts.
const std::vector<DeadlineShape>& deadline_shapes() {
    static const std::string meeting =
        "(?:porad|jednan|schuz|setkan|zased|sezen|schuzk|konzultac|jednac|setkavan|klub|sync|tymovk|kulat|vybor|seslost|stol|sraz|sejit)[a-z]*";
    // „do příští skupiny“: a body stands for its meeting
    static const std::string body =
        "(?:rad(?:y|e|u)|komis[aeiu]|skupin[aeuy]|tym|tymu|snem[u]?|gremi[ua]|kolegi[ua]|platform[aeuy]|foru|fora|plen[au]|prezidi[ua]|predsednictv[aiu]|konferenc[ei]|kabinet[u]?|kruh[u]?|intervi[zs][ei]|supervi[zs][ei])";
    static const std::string of_year = "(?:\\s*((?:19|20)\\d\\d))?";
    static const std::vector<DeadlineShape> shapes = {
        {Pattern{
             "\\b(?:do|na|nejpozdeji|k|pro|pred)?\\s*(?:pristi|dalsi|nasledujici|nejblizsi|pristti)[a-z]*\\s+(?:[a-z]+\\s+)?" +
             meeting + "|(?:^\\W*|\\b(?:do|na|k|pred|nejpozdeji)\\s+)(?:pristi|nasledujici|nejblizsi)[a-z]*\\s+" +
             body +
             "\\b|\\b(?:do|na|k)\\s+priste\\b|\\b(?:do|na)\\s+(?:jarni|podzimni|zimni|letni|unorov|breznov|dubnov|kvetnov|cervnov|zariov|zarijov|rijnov|listopadov|prosincov|lednov)[a-z]*\\s+" +
             meeting},
         at_next_meeting},
        {Pattern{
             "\\b(?:do|nejpozdeji v|nejpozdeji ve|nejpozdeji)\\s+(?:pristiho\\s+)?(pondeli|utery|utera|stredy|stredu|ctvrtka|ctvrtek|patku|patek|soboty|sobotu|nedele|nedeli)\\b(?!\\s*\\d)"},
         on_weekday},
        {Pattern{"\\b(zitra|zitrka|pozitri)\\b"}, tomorrow},
        {Pattern{"\\b(?:konc[eiu][a-z]*|konec|zaver[a-z]*)\\s+(?:mesice\\s+)?(" + month_words() + "\\b|" +
                 roman_months() + ")" + of_year},
         at_end_of_month},
        {Pattern{"\\b(?:polovin[a-z]*|pulk[a-z]*)\\s+(" + month_words() + ")\\b" + of_year}, in_middle_of_month},
        {Pattern{"\\b(?:konc[eiu][a-z]*|konec|zaver[a-z]*)\\s+(?:(?:tohoto|letosniho)\\s+)?roku" + of_year},
         at_end_of_year},
        {Pattern{"\\b(?:konc[ei]|do)\\s+(?:letnich\\s+)?prazdnin"}, at_end_of_holidays},
        {Pattern{"\\b([1-4])\\.?\\s*(?:ctvrtlet[a-z]*|q\\b)" + of_year + "|\\bq([1-4])(?:[\\s/]*((?:19|20)\\d\\d))?"},
         at_end_of_quarter},
        {Pattern{"\\bdo\\s+(\\d{1,3}|[a-z]+)\\s+(dnu|dni|tydnu|mesicu)\\b|\\bdo\\s+(tydne|mesice|ctrnacti dnu)\\b"},
         after_some_time},
        {Pattern{"(?<![\\d/._])(0?[1-9]|1[0-2])\\s?/\\s?((?:19|20)\\d\\d)(?![\\d/])"}, at_end_of_numbered_month},
        {Pattern{
             "\\b(?:ihned|hned|okamzite|neprodlene|bezodkladne|prubezne|prubezny|stale|staly|trvale|trvaly|trva|dle potreby|podle potreby|bez terminu|neurcen[a-z]*|nestanoven[a-z]*|nebyl stanoven|od ted|porad|co nejdrive|asap|nespecha)\\b|^\\s*[-x]\\s*$"},
         without_day},
        {Pattern{"\\b(" + month_words() + ")\\b" + of_year}, at_end_of_month},
    };
    return shapes;
}

// Deadlines that are no date.
Deadline worded_deadline(const Letters& text, const YearContext& context) {
    for (auto& shape : deadline_shapes())
        if (auto found = shape.pattern.in(text.low))
            if (auto deadline = shape.read(*found, context)) return *deadline;
    return {};
}

Deadline by_date(const DateInText& date, std::size_t from, std::size_t to) {
    return {.day = date.last.value_or(date.first), .said = true, .from = from, .to = to};
}

}

Deadline deadline_of(const Letters& text, const YearContext& context) {
    auto dates = dates_in(text, context);
    if (!dates.empty()) return by_date(dates.front(), dates.front().from, dates.front().to);
    return worded_deadline(text, context);
}

Deadline deadline_inside(const Letters& text, const YearContext& context) {
    static const Pattern lead{
        "(?:\\b(?:nejpozdeji|nejdele|nejdyl|do|termin[a-z]*|do konce|hotov[aoyey]*(?: to)?(?: bude| ma byt| musi byt| mit)?|k datu|ke dni|splnit|splatn[a-z]*|uzaverk[a-z]*)\\b|(?<![a-z.])t\\.)(?:\\s+vsak)?[\\s:-]*(?:(?:se\\s+)?(?:prodluzuje|posouva|odklada|preklada|prodlouzen|je|byl|bude|ma byt|plneni|splneni|dodani|odevzdani|navraceni|vraceni)\\s*)*(?:nove\\s+)?(?:(?:do|ke?|ve?)\\s+)?(?:dne\\s+)?(?:(?:po|ut|st|ct|pa|so|ne)[a-z]*\\s+)?"};
    for (auto& found : lead.all(text.low)) {
        auto dates = dates_in(Letters{text.cut(found.to())}, context);
        if (!dates.empty() && dates.front().from <= 1)
            return by_date(dates.front(), found.from(), found.to() + dates.front().to);
        auto head = Letters{text.cut(found.from(), std::min(text.size(), found.to() + 40))};
        auto worded = worded_deadline(head, context);
        // only what directly follows
        if (worded.said && (worded.day || worded.next_meeting) && worded.from <= found.to() - found.from() + 2) {
            worded.from += found.from(), worded.to += found.from();
            return worded;
        }
    }
    return {};
}

}
