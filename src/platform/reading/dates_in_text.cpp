#include "platform/reading/dates_in_text.hpp"

#include "platform/reading/day_words.hpp"
#include "platform/reading/pattern.hpp"

#include <algorithm>
#include <array>

namespace reading {

namespace {

const std::string month_words =
    "(?:led(?:en|na|nu|nem)|unor(?:a|u|em)?|brez(?:en|na|nu|nem)|dub(?:en|na|nu|nem)|kvet(?:en|na|nu|nem)|cervenec|cervenc(?:e|i|em)|"
    "cerv(?:en|na|nu|nem)|srp(?:en|na|nu|nem)|zari|rij(?:en|na|nu|nem)|listopad(?:u|em)?|prosinec|prosinc(?:e|i|em))";
const std::string day_number = "(0?[1-9]|[12]\\d|3[01])";
const std::string month_number = "(?:0?[1-9]|1[0-2])";
// „18. X. 2024“, „30. XI.“; in capitals only, so that „5. v Praze“ is none
const std::string roman_month = "(?:i{1,3}|iv|vi{0,3}|ix|xi{0,2})(?:\\.|(?=\\s?(?:19|20)\\d\\d))";
const std::string month_part =
    "(?:(" + month_number + ")\\.|(" + month_words + "\\b|" + roman_month + "))";    // two groups
const std::string year_part =
    "(?:\\s*(?:roku\\s*)?((?:19|20)\\d\\d)(?![\\d/])|\\s?'?(\\d\\d)(?![\\d:/]|[.,]\\s?\\d|\\s?(?:hod|kc|h\\b|let|lid|%|tis|mil|osob|klient)))?";    // two groups
const std::string weekday_part =
    "(?:\\b(pondeli|utery|utere|streda|stredu|ctvrtek|ctvrtku|patek|patku|sobota|sobotu|nedele|nedeli|ut|st|ct|pa)\\b[,.]?\\s*(?:dne\\s*)?)?";

int whole_year(const Found& found, std::size_t full, std::size_t two) {
    if (found.has(full)) return found.number(full);
    if (found.has(two)) return 2000 + found.number(two);
    return 0;
}

int month_of(const Found& found, std::size_t number, std::size_t word) {
    return found.has(number) ? found.number(number) : month_named(found[word]).value_or(0);
}

int weekday_named(std::string_view word) {
    static constexpr std::string_view beginnings[] = {"po", "ut", "st", "ct", "pa", "so", "ne"};
    for (int day = 0; day < 7; ++day)
        if (word.starts_with(beginnings[day])) return day + 1;
    return 0;
}

// The year nearest ahead, but a little behind is still this year's: minutes speak of last weeks too.
std::optional<Date> in_likely_year(int day, int month, int weekday, const YearContext& context) {
    if (context.year) return day_of(*context.year, month, day);
    if (!context.document_day) return {};
    using namespace std::chrono;
    auto around = year_of(*context.document_day);
    if (weekday > 0)
        for (auto year : {around, around + 1, around - 1})
            if (auto date = day_of(year, month, day); date &&
                                                      int(std::chrono::weekday{*date}.iso_encoding()) == weekday &&
                                                      std::abs((*date - *context.document_day).count()) < 330)
                return date;
    auto date = day_of(around, month, day);
    if (!date) return day_of(around + 1, month, day);
    if (*date - *context.document_day < days{-150}) return day_of(around + 1, month, day);
    if (*date - *context.document_day > days{290}) return day_of(around - 1, month, day);
    return date;
}

std::optional<Date> day_said(int day, int month, int year, int weekday, const YearContext& context) {
    return year ? day_of(year, month, day) : in_likely_year(day, month, weekday, context);
}

struct DateShape {
    Pattern pattern;
    std::optional<DateInText> (*read)(const Found&, const YearContext&);
};

std::optional<DateInText> made(const Found& found, std::optional<Date> first, std::optional<Date> last, bool year) {
    if (!first) return {};
    if (last && (*last < *first || *last - *first > std::chrono::days{400})) return {};
    return DateInText{found.from(), found.to(), *first, last, year};
}

std::optional<DateInText> read_iso(const Found& found, const YearContext&) {
    return made(found, day_of(found.number(1), found.number(3), found.number(4)), {}, true);
}

std::optional<DateInText> read_slashed(const Found& found, const YearContext&) {
    return made(found, day_of(found.number(4), found.number(3), found.number(1)), {}, true);
}

// „šestnáctého května 2023“
std::optional<DateInText> read_worded(const Found& found, const YearContext& context) {
    auto year = found.has(3) ? 2000 + year_worded(found[3]) : whole_year(found, 4, 5);
    return made(found, day_said(day_worded(found[1]), month_named(found[2]).value_or(0), year, 0, context), {},
                year > 0);
}

// weekday d1 - d2 month year
std::optional<DateInText> read_range_in_month(const Found& found, const YearContext& context) {
    auto month = month_of(found, 4, 5), year = whole_year(found, 6, 7);
    auto last = day_said(found.number(3), month, year, 0, context);
    if (!last) return {};
    return made(found, day_of(year_of(*last), month, found.number(2)), last, year > 0);
}

// d1 month1 year1 - d2 month2 year2
std::optional<DateInText> read_range_over_months(const Found& found, const YearContext& context) {
    auto month = month_of(found, 3, 4), last_month = month_of(found, 8, 9);
    auto year = whole_year(found, 10, 11), first_year = whole_year(found, 5, 6);
    auto first_alone = first_year ? day_of(first_year, month, found.number(2)) : std::nullopt;
    auto last = year          ? day_of(year, last_month, found.number(7))
                : first_alone ? day_of(first_year + (last_month < month), last_month, found.number(7))
                              : std::nullopt;
    if (!last) {
        auto first = day_said(found.number(2), month, 0, 0, context);
        if (!first) return {};
        return made(found, first, day_of(year_of(*first) + (last_month < month), last_month, found.number(7)), false);
    }
    auto first = first_alone ? first_alone : day_of(year_of(*last) - (last_month < month), month, found.number(2));
    return made(found, first, last, true);
}

std::optional<DateInText> read_one_day(const Found& found, const YearContext& context) {
    auto year = whole_year(found, 5, 6);
    auto weekday = found.has(1) ? weekday_named(found[1]) : 0;
    return made(found, day_said(found.number(2), month_of(found, 3, 4), year, weekday, context), {}, year > 0);
}

const std::vector<DateShape>& date_shapes() {
    static const std::string between = "\\s*(?:-|\\bdo\\b|\\baz\\b)\\s*";
    static const std::vector<DateShape> shapes = {
        {Pattern{"(?<![a-z\\d/.-])((?:19|20)\\d\\d)([-/])(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?![\\d/])"},
         read_iso},
        {Pattern{"(?<![a-z\\d/.-])" + day_number + "([/_-])(0?[1-9]|1[0-2])\\2((?:19|20)\\d\\d)(?![\\d/])"},
         read_slashed},
        {Pattern{"\\b(" + worded_days() + ")\\s+(" + month_words + ")(?![a-z])(?:\\s+(?:roku\\s+)?dva ?tisice ?(" +
                 worded_years() + ")\\b|" + year_part + ")"},
         read_worded},
        {Pattern{weekday_part + "(?<![\\d.,:/])" + day_number + "\\.?" + between +
                 "(?:(?:pondel|uter|stred|ctvrt|pat|sobot|nedel)[a-z]*\\s+)?" + day_number + "\\.\\s*" + month_part +
                 year_part},
         read_range_in_month},
        {Pattern{weekday_part + "(?<![\\d.,:/])" + day_number + "\\.\\s*" + month_part + year_part + between +
                 "(?:(?:po|ut|st|ct|pa|so|ne)[a-z]*\\s+)?" + day_number + "\\.\\s*" + month_part + year_part},
         read_range_over_months},
        {Pattern{weekday_part + "(?<![\\d.,:/])" + day_number + "\\.\\s*" + month_part + year_part}, read_one_day},
    };
    return shapes;
}

// „9. X. 2024“ is written in capitals; „3. V. Nová“ is a person in a list.
bool is_no_roman_month(const Letters& text, const DateInText& date) {
    static const Pattern roman{"\\d\\.?\\s*([ivx]{1,4})\\."}, name_follows{"^\\s?[A-Z][a-z]"};
    auto found = roman.in(text.low.substr(date.from, date.to - date.from));
    if (!found) return false;
    if (!text.capital(date.from + found->from(1))) return true;
    return (*found)[1].size() == 1 && !date.year_said && name_follows.stands_in(text.plain.substr(date.to, 4));
}

// „od 13.00 do 15.10.“: behind an hour an hour follows; „č. 3.4.“ is a mark.
bool is_no_date(const Letters& text, const DateInText& date) {
    static const Pattern hour_before{
        "(?:\\d[.:]\\d\\d\\s*(?:-|do|az)\\s*|\\b(?:c|cj|cp|verze|bod|bodu|kap|odst|cl|clanek|vyhlasky|tel|usneseni c)\\.?:?\\s*)$"};
    auto written = text.low.substr(date.from, date.to - date.from);
    auto before = text.low.substr(date.from > 24 ? date.from - 24 : 0, std::min<std::size_t>(date.from, 24));
    if (!date.year_said && hour_before.stands_in(before) && written.find(' ') == written.npos) return true;
    static const Pattern roman{"(?<![a-z])[ivx]+(?![a-z])"};
    auto month = roman.in(written);
    return month && !text.capital(date.from + month->from());
}

}

namespace {

// „4., 11. a 18. dubna“: the days before share its month.
void days_before(const Letters& text, const DateInText& date, std::size_t from, std::vector<DateInText>& dates) {
    static const Pattern days{
        "(?<![\\d.,:/])((?:(?:0?[1-9]|[12]\\d|3[01])\\.\\s*(?:,|\\+|/|\\ba\\b|\\bi\\b)\\s*(?:ve? )?(?:(?:pondel|uter|stred|ctvrt|pat|sobot|nedel)[a-z]*\\s+)?)+)$"};
    static const Pattern one{"\\d{1,2}"};
    auto found = days.in(text.low.substr(from, date.from - from));
    if (!found) return;
    using namespace std::chrono;
    auto month = int(unsigned(year_month_day{date.first}.month()));
    for (auto& day : one.all((*found)[1]))
        if (auto other = day_of(year_of(date.first), month, day.number(0)))
            dates.push_back(
                {from + found->from() + day.from(), from + found->from() + day.to(), *other, {}, date.year_said});
}

}

std::optional<int> month_named(std::string_view low) {
    static constexpr std::array<std::string_view, 12> stems = {"led",     "unor", "brez", "dub", "kvet",     "cervn",
                                                               "cervenc", "srp",  "zari", "rij", "listopad", "prosin"};
    static constexpr std::array<std::string_view, 12> romans = {"i",   "ii",   "iii", "iv", "v",  "vi",
                                                                "vii", "viii", "ix",  "x",  "xi", "xii"};
    if (low == "cerven") return 6;
    if (low == "cervenec") return 7;
    auto roman = std::ranges::find(romans, low.substr(0, low.find_last_not_of('.') + 1));
    if (roman != romans.end()) return int(roman - romans.begin()) + 1;
    for (std::size_t month = 0; month < stems.size(); ++month)
        if (low.starts_with(stems[month])) return int(month) + 1;
    return {};
}

std::vector<DateInText> dates_in(const Letters& text, const YearContext& context) {
    std::vector<DateInText> dates;
    bool worded = text.low.find("eho ") != std::string::npos || text.low.find("iho ") != std::string::npos;
    if (!worded && text.low.find_first_of("0123456789") == std::string::npos) return dates;
    for (std::size_t at = 0; at < text.size() && dates.size() < 2000;) {
        std::optional<Found> nearest;
        std::optional<DateInText> date;
        for (auto& shape : date_shapes()) {
            auto found = shape.pattern.in(text.low, at);
            if (!found || (nearest && (found->from() > nearest->from() ||
                                       (found->from() == nearest->from() && found->to() <= nearest->to()))))
                continue;
            if (auto read = shape.read(*found, context)) nearest = std::move(found), date = read;
            else if (!nearest) nearest = std::move(found), date.reset();
        }
        if (!nearest) break;
        if (date && !is_no_date(text, *date) && !is_no_roman_month(text, *date)) {
            days_before(text, *date, at, dates);
            dates.push_back(*date);
        }
        at = std::max(nearest->to(), nearest->from() + 1);
    }
    return dates;
}

namespace {

Date last_of_month(int year, int month) { return plus_months(*day_of(year, month, 1), 1) - std::chrono::days{1}; }

std::optional<Date> end_of_month_ahead(int month, int year, const YearContext& context) {
    if (year > 0) return last_of_month(year, month);
    if (context.year) return last_of_month(*context.year, month);
    if (!context.document_day) return {};
    auto day = last_of_month(year_of(*context.document_day), month);
    return day < *context.document_day ? last_of_month(year_of(*context.document_day) + 1, month) : day;
}

int count_named(std::string_view word) {
    if (!word.empty() && word[0] >= '0' && word[0] <= '9') return std::stoi(std::string{word.substr(0, 3)});
    static constexpr std::pair<std::string_view, int> counts[] = {{"jedn", 1}, {"dvou", 2}, {"dva", 2},
                                                                  {"tri", 3},  {"ctr", 14}, {"ctyr", 4},
                                                                  {"pet", 5},  {"sest", 6}, {"deset", 10}};
    for (auto& [beginning, count] : counts)
        if (word.starts_with(beginning)) return count;
    return 1;
}

Deadline said_at(const Found& found, std::optional<Date> day) {
    return {.day = day, .said = true, .from = found.from(), .to = found.to()};
}

Date next_weekday(Date day, int weekday) {
    auto ahead = (weekday - int(std::chrono::weekday{day}.iso_encoding()) + 7) % 7;
    return day + std::chrono::days{ahead == 0 ? 7 : ahead};
}

// Deadlines that are no date.
Deadline worded_deadline(const Letters& text, const YearContext& context) {
    static const std::string meeting =
        "(?:porad|jednan|schuz|setkan|zased|sezen|schuzk|konzultac|jednac|setkavan|klub|sync|tymovk|kulat|vybor|seslost|stol|sraz|sejit)[a-z]*";
    // „do příští skupiny“: a body stands for its meeting
    static const std::string body =
        "(?:rad(?:y|e|u)|komis[aeiu]|skupin[aeuy]|tym|tymu|snem[u]?|gremi[ua]|kolegi[ua]|platform[aeuy]|foru|fora|plen[au]|prezidi[ua]|predsednictv[aiu]|konferenc[ei]|kabinet[u]?|kruh[u]?|intervi[zs][ei]|supervi[zs][ei])";
    static const Pattern next{
        "\\b(?:do|na|nejpozdeji|k|pro|pred)?\\s*(?:pristi|dalsi|nasledujici|nejblizsi|pristti)[a-z]*\\s+(?:[a-z]+\\s+)?" +
        meeting + "|(?:^\\W*|\\b(?:do|na|k|pred|nejpozdeji)\\s+)(?:pristi|nasledujici|nejblizsi)[a-z]*\\s+" + body +
        "\\b|\\b(?:do|na|k)\\s+priste\\b|\\b(?:do|na)\\s+(?:jarni|podzimni|zimni|letni|unorov|breznov|dubnov|kvetnov|cervnov|zariov|zarijov|rijnov|listopadov|prosincov|lednov)[a-z]*\\s+" +
        meeting};
    static const Pattern weekday{
        "\\b(?:do|nejpozdeji v|nejpozdeji ve|nejpozdeji)\\s+(?:pristiho\\s+)?(pondeli|utery|utera|stredy|stredu|ctvrtka|ctvrtek|patku|patek|soboty|sobotu|nedele|nedeli)\\b(?!\\s*\\d)"};
    static const Pattern tomorrow{"\\b(zitra|zitrka|pozitri)\\b"};
    static const Pattern month_end{"\\b(?:konc[eiu][a-z]*|konec|zaver[a-z]*)\\s+(?:mesice\\s+)?(" + month_words +
                                   "\\b|" + roman_month + ")(?:\\s*((?:19|20)\\d\\d))?"};
    static const Pattern month_middle{"\\b(?:polovin[a-z]*|pulk[a-z]*)\\s+(" + month_words +
                                      ")\\b(?:\\s*((?:19|20)\\d\\d))?"};
    static const Pattern year_end{
        "\\b(?:konc[eiu][a-z]*|konec|zaver[a-z]*)\\s+(?:(?:tohoto|letosniho)\\s+)?roku(?:\\s*((?:19|20)\\d\\d))?"};
    static const Pattern month{"\\b(" + month_words + ")\\b(?:\\s*((?:19|20)\\d\\d))?"};
    static const Pattern month_numbered{"(?<![\\d/._])(0?[1-9]|1[0-2])\\s?/\\s?((?:19|20)\\d\\d)(?![\\d/])"};
    static const Pattern quarter{
        "\\b([1-4])\\.?\\s*(?:ctvrtlet[a-z]*|q\\b)(?:\\s*((?:19|20)\\d\\d))?|\\bq([1-4])(?:[\\s/]*((?:19|20)\\d\\d))?"};
    static const Pattern in_days{
        "\\bdo\\s+(\\d{1,3}|[a-z]+)\\s+(dnu|dni|tydnu|mesicu)\\b|\\bdo\\s+(tydne|mesice|ctrnacti dnu)\\b"};
    static const Pattern holidays{"\\b(?:konc[ei]|do)\\s+(?:letnich\\s+)?prazdnin"};
    static const Pattern none{
        "\\b(?:ihned|hned|okamzite|neprodlene|bezodkladne|prubezne|prubezny|stale|staly|trvale|trvaly|trva|dle potreby|podle potreby|bez terminu|neurcen[a-z]*|nestanoven[a-z]*|nebyl stanoven|od ted|porad|co nejdrive|asap|nespecha)\\b|^\\s*[-x]\\s*$"};
    auto year_of_part = [](const Found& found, std::size_t part) { return found.has(part) ? found.number(part) : 0; };
    if (auto found = next.in(text.low)) {
        Deadline deadline = said_at(*found, {});
        deadline.next_meeting = true;
        return deadline;
    }
    if (auto found = weekday.in(text.low); found && context.document_day)
        return said_at(*found, next_weekday(*context.document_day, weekday_named((*found)[1])));
    if (auto found = tomorrow.in(text.low); found && context.document_day)
        return said_at(*found, *context.document_day + std::chrono::days{(*found)[1] == "pozitri" ? 2 : 1});
    if (auto found = month_end.in(text.low))
        return said_at(*found, end_of_month_ahead(*month_named((*found)[1]), year_of_part(*found, 2), context));
    if (auto found = month_middle.in(text.low)) {
        auto end = end_of_month_ahead(*month_named((*found)[1]), year_of_part(*found, 2), context);
        return said_at(*found, end ? day_of(year_of(*end), *month_named((*found)[1]), 15) : std::nullopt);
    }
    if (auto found = year_end.in(text.low))
        return said_at(*found, end_of_month_ahead(12, year_of_part(*found, 1), context));
    if (auto found = holidays.in(text.low)) return said_at(*found, end_of_month_ahead(8, 0, context));
    if (auto found = quarter.in(text.low))
        return said_at(*found, end_of_month_ahead(3 * (found->has(1) ? found->number(1) : found->number(3)),
                                                  std::max(year_of_part(*found, 2), year_of_part(*found, 4)), context));
    if (auto found = in_days.in(text.low); found && context.document_day) {
        auto unit = found->has(2) ? (*found)[2] : (*found)[3] == "ctrnacti dnu" ? "dnu" : (*found)[3];
        auto count = found->has(1) ? count_named((*found)[1]) : (*found)[3] == "ctrnacti dnu" ? 14 : 1;
        if (found->has(1) && (*found)[1].starts_with("ctrnact")) count = 14;
        return said_at(*found, unit.starts_with("dn")    ? *context.document_day + std::chrono::days{count}
                               : unit.starts_with("tyd") ? *context.document_day + std::chrono::days{7 * count}
                                                         : plus_months(*context.document_day, count));
    }
    if (auto found = month_numbered.in(text.low))
        return said_at(*found, last_of_month(found->number(2), found->number(1)));
    if (auto found = none.in(text.low)) return said_at(*found, {});
    if (auto found = month.in(text.low))
        return said_at(*found, end_of_month_ahead(*month_named((*found)[1]), year_of_part(*found, 2), context));
    return {};
}

}

Deadline deadline_of(const Letters& text, const YearContext& context) {
    auto dates = dates_in(text, context);
    if (!dates.empty()) {
        auto& date = dates.front();
        return {.day = date.last.value_or(date.first), .said = true, .from = date.from, .to = date.to};
    }
    return worded_deadline(text, context);
}

Deadline deadline_inside(const Letters& text, const YearContext& context) {
    static const Pattern lead{
        "(?:\\b(?:nejpozdeji|nejdele|nejdyl|do|termin[a-z]*|do konce|hotov[aoyey]*(?: to)?(?: bude| ma byt| musi byt| mit)?|k datu|ke dni|splnit|splatn[a-z]*|uzaverk[a-z]*)\\b|(?<![a-z.])t\\.)(?:\\s+vsak)?[\\s:-]*(?:(?:se\\s+)?(?:prodluzuje|posouva|odklada|preklada|prodlouzen|je|byl|bude|ma byt|plneni|splneni|dodani|odevzdani|navraceni|vraceni)\\s*)*(?:nove\\s+)?(?:(?:do|ke?|ve?)\\s+)?(?:dne\\s+)?(?:(?:po|ut|st|ct|pa|so|ne)[a-z]*\\s+)?"};
    for (auto& found : lead.all(text.low)) {
        auto rest = Letters{text.cut(found.to())};
        auto shift = [&](Deadline deadline) {
            deadline.from = found.from(), deadline.to += found.to();
            return deadline;
        };
        auto dates = dates_in(rest, context);
        if (!dates.empty() && dates.front().from <= 1) {
            auto& date = dates.front();
            return shift({.day = date.last.value_or(date.first), .said = true, .from = 0, .to = date.to});
        }
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
