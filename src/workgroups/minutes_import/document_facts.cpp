// Lists what the readers of minutes find, one fact after another, in the order of the document.
#include "workgroups/minutes_import/document_facts.hpp"

#include "platform/base/parts.hpp"
#include "platform/base/steady_sort.hpp"
#include "platform/time/time_of_day.hpp"
#include "workgroups/minutes_import/document_sections.hpp"
#include "workgroups/minutes_import/sentence_facts.hpp"

#include <charconv>

namespace workgroups {

const FactKind* fact_kind(std::string_view code) {
    auto found = std::ranges::find(fact_kinds, code, &FactKind::code);
    return found == std::end(fact_kinds) ? nullptr : &*found;
}

std::optional<std::string> person_in(const DocumentFact& fact) {
    auto kind = fact_kind(fact.kind);
    if (!kind || !kind->has('p')) return {};
    if (kind->has('w')) return fact.who;
    return fact.body;
}

namespace {

DocumentFact fact_at(const char* kind, const reading::Place& at, std::string body = {}) {
    DocumentFact fact;
    fact.kind = kind, fact.body = std::move(body);
    fact.first_line = std::int64_t(at.first), fact.last_line = std::int64_t(std::max(at.first, at.last));
    return fact;
}

// Without what stands around a name because it stood in a sentence.
std::string bare(std::string text) {
    while (!text.empty() && (text.back() == ',' || text.back() == ';' || text.back() == ' ')) text.pop_back();
    return text;
}

std::optional<std::string> given(const std::string& text) { return text.empty() ? std::nullopt : std::optional{text}; }

std::optional<Date> month_begins(const std::string& month) { return parse_date(month + "-01"); }
std::optional<Date> month_ends(const std::string& month) {
    auto first = month_begins(month);
    return first ? std::optional{plus_months(*first, 1) - std::chrono::days{1}} : std::nullopt;
}

void add_head(const MinutesFacts& read, DocumentFacts& facts) {
    auto text = [&](const char* kind, const std::optional<SaidText>& said) {
        if (said) facts.push_back(fact_at(kind, said->at, bare(said->text)));
    };
    auto day = [&](const char* kind, const std::optional<SaidDay>& said) {
        if (said) facts.push_back(fact_at(kind, said->at)), facts.back().day = said->day;
    };
    auto time = [&](const char* kind, const std::optional<SaidTime>& said) {
        if (said) facts.push_back(fact_at(kind, said->at)), facts.back().minute = said->time.minutes % 1440;
    };
    text("group", read.group), day("date", read.date), time("start_time", read.start_time);
    time("end_time", read.end_time), text("place", read.place), text("recorded_by", read.minutes_by);
    day("recorded_on", read.minutes_date);
}

void add_texts(const char* kind, const std::vector<SaidText>& said, DocumentFacts& facts) {
    for (auto& one : said) facts.push_back(fact_at(kind, one.at, bare(one.text)));
}

void add_work(const MinutesFacts& read, DocumentFacts& facts) {
    for (auto& task : read.tasks) {
        auto fact = fact_at("task", task.at, bare(task.text));
        fact.who = given(task.responsible_printed.empty() ? task.responsible : task.responsible_printed);
        if (!task.responsible.empty()) fact.who = task.responsible;
        fact.day = task.due;
        facts.push_back(std::move(fact));
    }
    for (auto& event : read.events) {
        auto fact = fact_at("event", event.at, bare(event.title));
        fact.day = event.date, fact.until = event.end, fact.extra = given(event.place);
        facts.push_back(std::move(fact));
    }
    for (auto& vote : read.votes)
        facts.push_back(fact_at("vote", vote.at,
                                "pro " + std::to_string(vote.in_favour) + ", proti " + std::to_string(vote.against) +
                                    ", zdrželi se " + std::to_string(vote.abstained)));
}

void add_schedule(const MinutesFacts& read, DocumentFacts& facts) {
    for (auto& planned : read.schedule) {
        auto fact = fact_at("planned", planned.at);
        fact.day = planned.day;
        if (planned.time) fact.minute = planned.time->minutes % 1440;
        facts.push_back(std::move(fact));
    }
    for (auto& one : read.cancelled) {
        auto fact = fact_at("cancelled", one.at);
        fact.day = one.day;
        // Inside the report of another group it is that group's meeting (row 3.17).
        const GroupReport* of = nullptr;
        for (auto& report : read.reports)
            if (report.at.first <= one.at.first) of = &report;
        if (of) fact.body = bare(of->group);
        facts.push_back(std::move(fact));
    }
    for (auto& one : read.milestones) {
        auto fact = fact_at("milestone", one.at, bare(one.text));
        fact.day = month_begins(one.from), fact.until = month_ends(one.to.empty() ? one.from : one.to);
        facts.push_back(std::move(fact));
    }
}

void add_projects(const MinutesFacts& read, DocumentFacts& facts) {
    auto month = [](const std::string& iso) { return iso.size() < 7 ? iso : iso.substr(5) + "/" + iso.substr(0, 4); };
    for (auto& one : read.projects) {
        auto fact = fact_at("project", one.at, bare(one.name));
        fact.extra = given(one.registration_number);
        if (!one.start.empty()) fact.who = month(one.start) + "–" + month(one.end);
        facts.push_back(std::move(fact));
    }
}

}

FoundFacts facts_in_minutes(const reading::TextDocument& document) {
    auto read = minutes_facts(document);
    FoundFacts found;
    auto& facts = found.facts;
    add_head(read, facts);
    add_surroundings(document, read, facts);
    add_texts("present", read.present, facts), add_texts("apologised", read.excused, facts);
    add_texts("absent", read.absent, facts), add_texts("guest", read.guests, facts);
    add_texts("agenda", read.agenda, facts);
    add_sections(document, read, found);
    add_texts("decision", read.decisions, facts);
    add_work(read, facts), add_gatherings(document, facts), add_schedule(read, facts);
    add_sentence_facts(document, facts);
    add_texts("paragraph", read.paragraphs, facts);
    add_texts("registration_number", read.registration_numbers, facts);
    add_texts("organisation", read.organisations, facts);
    add_projects(read, facts);
    auto last = document.lines.empty() ? 0 : std::int64_t(document.lines.size()) - 1;
    for (auto& fact : facts)
        fact.first_line = std::min(fact.first_line, last), fact.last_line = std::min(fact.last_line, last);
    return found;
}

std::string text_of_lines(const reading::TextDocument& document, std::size_t first, std::size_t last) {
    std::string whole;
    bool item_before = false;
    for (auto at = first; at <= last && at < document.lines.size(); ++at) {
        auto& line = document.lines[at];
        auto label = at == first ? part_label(line) : std::nullopt;
        auto text = label ? label->rest : line.text;
        if (text.empty()) continue;
        bool item = line.kind == reading::LineKind::item && !label;
        if (!whole.empty()) whole += item && item_before ? "\n" : "\n\n";
        whole += (item ? "- " : "") + text;
        item_before = item;
    }
    return whole;
}

std::string words_of(const DocumentFact& fact) {
    std::vector<std::string> parts;
    if (fact.kind == "part" && fact.extra) parts.push_back(*fact.extra);
    if (!fact.body.empty()) parts.push_back(fact.body);
    if (fact.who) parts.push_back(*fact.who);
    if (fact.day)
        parts.push_back(to_czech(*fact.day) +
                        (fact.until && *fact.until != *fact.day ? "–" + to_czech(*fact.until) : std::string{}));
    if (fact.minute) parts.push_back(to_czech(TimeOfDay{std::int16_t(*fact.minute)}));
    if (fact.extra && fact.kind != "part") parts.push_back(*fact.extra);
    if (fact.number && fact.kind != "part") parts.push_back(std::to_string(*fact.number));
    return text::joined(parts);
}

}
