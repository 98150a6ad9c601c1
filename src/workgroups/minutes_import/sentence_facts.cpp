// Reads sentences one after another, each by small rules.
#include "workgroups/minutes_import/sentence_facts.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/dates_in_text.hpp"
#include "platform/reading/passages/organisations.hpp"
#include "platform/reading/pattern.hpp"
#include "platform/reading/prose.hpp"

namespace workgroups {

using reading::Pattern;
using reading::Sentence;

const DocumentFact* fact_around(const DocumentFacts& facts, std::string_view kind, std::int64_t line) {
    const DocumentFact* found = nullptr;
    for (auto& fact : facts)
        if (fact.kind == kind && fact.first_line <= line && line <= fact.last_line)
            if (!found || found->first_line <= fact.first_line) found = &fact;
    return found;
}

reading::YearContext years_of(const DocumentFacts& facts) {
    reading::YearContext years;
    for (auto& fact : facts)
        if (fact.kind == "date" && fact.day) years.document_day = fact.day;
    return years;
}

namespace {

std::int64_t count_word(const std::string& word) {
    static constexpr std::pair<std::string_view, int> words[] = {
        {"jednou", 1}, {"jedenkrat", 1}, {"dva", 2},       {"dvou", 2}, {"dvakrat", 2}, {"tri", 3},  {"trikrat", 3},
        {"ctyri", 4},  {"ctyr", 4},      {"ctyrikrat", 4}, {"pet", 5},  {"sest", 6},    {"sesti", 6}};
    for (auto& [name, number] : words)
        if (word == name) return number;
    return word.empty() || word[0] < '0' || word[0] > '9' ? 0 : std::stoi(word.substr(0, 2));
}

std::int64_t months_of_unit(std::string_view unit) {
    return unit.starts_with("mesic") ? 1 : unit.starts_with("ctvrtlet") ? 3 : unit.starts_with("pololet") ? 6 : 12;
}

}

std::optional<std::int64_t> months_between_in(const std::string& low) {
    static const Pattern often{
        "\\b(?:nejmene|nejmin|alespon|aspon|minimalne)\\b[^.;\\d]{0,25}?"
        "\\b(\\d{1,2}(?=\\s*x|\\s+krat)|jednou|jedenkrat|dvakrat|trikrat|ctyrikrat)\\s*x?\\s*(?:krat)?\\s*"
        "(?:za\\s+|v\\s+|do\\s+)?(?:(\\d{1,2}|dva|dvou|tri|ctyri|ctyr|pet|sest|sesti)\\s+)?"
        "(mesic|ctvrtlet|pololet|rok|roc|roku)\\w*"};
    static const Pattern each{
        "\\b(?:nejmene|nejmin|alespon|aspon|minimalne)\\s+(mesicne|ctvrtletne|pololetne|rocne)\\b"};
    if (auto found = each.in(low)) return months_of_unit((*found)[1]);
    auto found = often.in(low);
    if (!found) return {};
    auto times = count_word((*found)[1]);
    auto units = found->has(2) ? count_word((*found)[2]) : 1;
    auto months = units * months_of_unit((*found)[3]);
    constexpr std::int64_t most = 24;    // of group_statutes
    if (times < 1 || months < times || months > most) return {};
    return months / times;
}

std::optional<MonthsSaid> months_in(const std::string& low) {
    static const Pattern named{"\\bve?\\s+(?:mesici\\s+|mesicich\\s+)?([a-z]{4,11})"
                               "(?:\\s*(?:az|a|i|-)\\s*(?:ve?\\s+)?([a-z]{4,11}))?\\b"};
    for (auto& found : named.all(low)) {
        auto first = reading::month_named(found[1]);
        if (!first) continue;
        auto last = found.has(2) ? reading::month_named(found[2]) : std::nullopt;
        return MonthsSaid{*first, last.value_or(*first)};
    }
    static const Pattern holidays{"\\b(?:o|behem|pres|v\\s+dobe)\\s+(?:letni\\w*\\s+)?(?:prazdnin|leto\\b)"};
    if (holidays.stands_in(low)) return MonthsSaid{7, 8};
    return {};
}

namespace {

DocumentFact fact_of(const char* kind, const Sentence& sentence, std::string body) {
    DocumentFact fact;
    fact.kind = kind, fact.body = std::move(body);
    fact.first_line = std::int64_t(sentence.place.first), fact.last_line = std::int64_t(sentence.place.last);
    return fact;
}

std::string whole(const Sentence& sentence) { return std::string{text::trimmed(sentence.letters.source)}; }

// The year that a sentence means: its own, that of the schedule, or the one in which the months come next.
int year_meant(const Sentence& sentence, const DocumentFacts& facts, int month) {
    static const Pattern said{"\\b(20\\d\\d)\\b"};
    if (auto found = said.in(sentence.letters.low)) return found->number(1);
    for (auto& fact : facts)
        if (fact.kind == "planned" && fact.day) return year_of(*fact.day);
    auto day = years_of(facts).document_day;
    if (!day) return 0;
    auto of_meeting = std::chrono::year_month_day{*day};
    return int(of_meeting.year()) + (month < int(unsigned(of_meeting.month())) ? 1 : 0);
}

void read_rule(const Sentence& sentence, DocumentFacts& facts) {
    static const Pattern statute{"\\b(?:dle|podle)\\s+(?:\\w+\\s+)?(?:statut|jednaci)"};
    static const Pattern meets{"\\b(?:schazi|sejde|schazet|kona|jedna|zased|schuz|setkan)"};
    auto& low = sentence.letters.low;
    auto months = months_between_in(low);
    if (!statute.stands_in(low) && !(months && meets.stands_in(low))) return;
    auto fact = fact_of("rule", sentence, whole(sentence));
    fact.number = months;
    facts.push_back(std::move(fact));
}

// The reason alone, where the sentence says „proto“.
std::string reason_in(const Sentence& sentence) {
    static const Pattern therefore{"\\s*,?\\s*(?:a\\s+)?(?:proto|tudiz|z\\s+toho\\s+duvodu)\\b"};
    auto found = therefore.in(sentence.letters.low);
    return found && found->from() > 10 ? sentence.letters.cut(0, found->from()) : whole(sentence);
}

void read_months_without(const Sentence& sentence, DocumentFacts& facts) {
    static const Pattern closed{"\\b(?:nesejde|nesejdeme|neschazi|nekona|nekonaji|neuskutecni|nejedna|nebude\\s+jednat|"
                                "nebudou\\s+konat|nebude\\s+(?:se\\s+)?konat)\\b"};
    static const Pattern needed{"\\b(?:v\\s+pripade\\s+potreby|(?:jen|pouze)\\s+(?:podle|dle)\\s+potreby|"
                                "bude-li\\s+(?:to\\s+)?(?:treba|potreba)|pokud\\s+bude\\s+(?:treba|potreba))\\b"};
    auto& low = sentence.letters.low;
    bool none = closed.stands_in(low);
    if (!none && !needed.stands_in(low)) return;
    auto months = months_in(low);
    auto year = months ? year_meant(sentence, facts, months->first) : 0;
    auto first = months ? day_of(year, months->first, 1) : std::nullopt;
    auto last = months ? day_of(year + (months->last < months->first ? 1 : 0), months->last, 1) : std::nullopt;
    if (!first || !last) return;
    auto fact = fact_of(none ? "closed" : "on_demand", sentence, none ? reason_in(sentence) : whole(sentence));
    fact.day = first, fact.until = plus_months(*last, 1) - std::chrono::days{1};
    facts.push_back(std::move(fact));
}

// What shall stand on the agenda of the group that the report is of.
void read_proposal(const Sentence& sentence, DocumentFacts& facts) {
    static const Pattern presents{"\\b(?:predstavi|predstavit|predstaveni|predstaven[ay]?|prezentovat|prezentace)\\b"};
    static const Pattern next{"\\b(?:priste|na\\s+(?:tomto|pristim|dalsim|nasledujicim)\\s+"
                              "(?:setkani|jednani|schuz\\w*|zasedani|porad\\w*)|bude\\s+na\\s+programu)\\b"};
    auto& low = sentence.letters.low;
    if (!presents.stands_in(low) || !next.stands_in(low)) return;
    auto fact = fact_of("proposal", sentence, whole(sentence));
    if (auto report = fact_around(facts, "report", fact.first_line)) fact.extra = report->body;
    facts.push_back(std::move(fact));
}

bool told_already(const DocumentFacts& facts, Date day, const Sentence& sentence) {
    auto first = std::int64_t(sentence.place.first), last = std::int64_t(sentence.place.last);
    return std::ranges::any_of(facts, [&](auto& one) {
        bool dated = one.kind == "event" || one.kind == "planned" || one.kind == "cancelled" || one.kind == "task";
        return dated && one.day == day && one.first_line <= last && first <= one.last_line;
    });
}

void read_group_meeting(const Sentence& sentence, DocumentFacts& facts) {
    static const Pattern meets{"\\bskupin\\w*\\s+se\\s+(?:(?:pristi|znovu|opet)\\w*\\s+)?(?:sejde|setka|schazi)\\b|"
                               "\\b(?:pristi|dalsi)\\s+(?:setkani|jednani|schuzka|zasedani)\\s+(?:skupin\\w*\\s+)?"
                               "(?:se\\s+)?(?:kona|uskutecni|probehne|bude|je)\\b"};
    auto report = fact_around(facts, "report", std::int64_t(sentence.place.first));
    if (!report || !meets.stands_in(sentence.letters.low)) return;
    auto years = years_of(facts);
    auto dates = reading::dates_in(sentence.letters, years);
    if (dates.size() != 1 || !years.document_day || dates.front().first <= *years.document_day) return;
    if (told_already(facts, dates.front().first, sentence)) return;
    auto fact = fact_of("group_meeting", sentence, report->body);
    fact.day = dates.front().first;
    auto times = reading::times_in(sentence.letters);
    if (times.size() == 1) fact.minute = times.front().start.minutes % 1440;
    facts.push_back(std::move(fact));
}

// It is only talked about: row 3.12.
void read_lineage(const Sentence& sentence, DocumentFacts& facts) {
    static const Pattern split{"\\b(?:ne)?rozdel(?:it|ila|eni|ime|ena)\\b"},
        merge{"\\b(?:ne)?slouc(?:it|ila|eni|ime)\\b"};
    static const Pattern group{"\\bskupin|\\b(?:zda|jestli)\\s+ji\\b"};
    auto& low = sentence.letters.low;
    bool parts = split.stands_in(low);
    if ((!parts && !merge.stands_in(low)) || !group.stands_in(low)) return;
    auto fact = fact_of(parts ? "split" : "merge", sentence, whole(sentence));
    if (auto report = fact_around(facts, "report", fact.first_line)) fact.extra = report->body;
    facts.push_back(std::move(fact));
}

void read_abbreviations(const Sentence& sentence, DocumentFacts& facts) {
    static const Pattern called{"\\(\\s*dale\\s+(?:jen|take|pouze)?\\s*\"?\\s*([^)\"]{2,30}?)\\s*\"?\\s*\\)"};
    constexpr std::size_t longest = 120;
    for (auto& found : called.all(sentence.letters.low)) {
        auto from = found.from() > longest ? sentence.letters.low.find(' ', found.from() - longest) + 1 : 0;
        auto before = sentence.letters.cut(from, found.from());
        auto fact = fact_of("abbreviation", sentence, std::string{text::trimmed(before)});
        fact.extra = sentence.letters.cut(found.from(1), found.to(1));
        if (!fact.body.empty()) facts.push_back(std::move(fact));
    }
}

void read_addresses(const Sentence& sentence, DocumentFacts& facts) {
    static const Pattern address{"\\bhttps?://[^\\s()<>\"]{4,200}"};
    for (auto& found : address.all(sentence.letters.low)) {
        auto to = found.to();
        while (to > found.from() && std::string_view{".,;:!?"}.find(sentence.letters.low[to - 1]) != std::string::npos)
            --to;
        auto fact = fact_of("publication", sentence, whole(sentence));
        fact.extra = sentence.letters.cut(found.from(), to);
        facts.push_back(std::move(fact));
    }
}

// Without the word that says what it is or does: „Pořádá ho Advaita, z.ú“, „Firma Sonda, s. r. o.“.
std::string bare_organisation(const std::string& name) {
    reading::Letters letters{name};
    static const Pattern before{"^(?:(?:firma|spolecnost|organizace|poradatel|porada(?:ji)?|provozuje|zajistuje|prisla|"
                                "pripravi)\\s+)+(?:(?:ho|ji|je)\\s+)?"};
    auto found = before.in(letters.low);
    return found ? letters.cut(found->to()) : name;
}

// By their legal forms, each once.
void read_organisations(const Sentence& sentence, DocumentFacts& facts) {
    static const Pattern none{"\\bplan(?:u|em|y)?\\b"};
    auto& text = sentence.letters.source;
    auto tokens = passages::tokens_of(text);
    constexpr std::size_t shortest = 3;
    for (auto& one : passages::organisations_in(text, tokens)) {
        auto name = bare_organisation(one.name);
        auto letters = reading::only_letters(name);
        if (letters.size() < shortest || none.stands_in(reading::plain_small(name))) continue;
        auto known = std::ranges::find_if(facts, [&](auto& fact) {
            if (fact.kind != "organisation") return false;
            auto other = reading::only_letters(fact.body);
            return other.ends_with(letters) || letters.ends_with(other);
        });
        if (known == facts.end()) facts.push_back(fact_of("organisation", sentence, name));
        // „Dorazila Sonda, s. r. o.“: the shorter form is the name.
        else if (letters.size() < reading::only_letters(known->body).size()) known->body = name;
    }
}

}

void add_sentence_facts(const reading::TextDocument& document, DocumentFacts& facts) {
    for (auto& sentence : reading::sentences_of(document.lines)) {
        if (sentence.row) continue;
        for (auto read : {read_rule, read_months_without, read_proposal, read_group_meeting, read_lineage,
                          read_organisations, read_abbreviations, read_addresses})
            read(sentence, facts);
    }
}

}
