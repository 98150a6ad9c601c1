// Makes the records of a meeting out of accepted facts.
#include "workgroups/minutes_import/taking_over.hpp"

#include "platform/base/parts.hpp"
#include "platform/search/fold.hpp"
#include "workgroups/minutes_import/document_facts.hpp"
#include "workgroups/minutes_import/made_before.hpp"
#include "workgroups/minutes_import/taking.hpp"

namespace workgroups {

const WorkingGroup* group_called(const std::vector<WorkingGroup>& groups, const std::string& name) {
    auto words_in = [](const std::string& text) {
        std::vector<std::string> words;
        for (auto& word : text::parted(search::fold(text), " "))
            if (word.size() >= 4) words.push_back(word.substr(0, std::min<std::size_t>(word.size(), 7)));
        return words;
    };
    auto folded = search::fold(name);
    if (folded.size() < 3) return nullptr;
    for (auto& group : groups)
        if (search::fold(group.name) == folded) return &group;
    const WorkingGroup* best = nullptr;
    double most = 0.6;
    auto wished = words_in(name);
    for (auto& group : groups) {
        auto known = words_in(group.name + " " + group.short_name.value_or("") + " " + group.aliases);
        if (wished.empty()) break;
        auto common = std::ranges::count_if(wished, [&](auto& word) { return std::ranges::count(known, word) > 0; });
        auto share = double(common) / double(wished.size());
        if (share > most) best = &group, most = share;
    }
    if (best) return best;
    for (auto& group : groups)
        if (group.is_called(folded)) return &group;
    return nullptr;
}

std::optional<Date> meeting_day(const DocumentFacts& facts) {
    for (auto& fact : facts)
        if (fact.kind == "date" && fact.accepted() && fact.day) return fact.day;
    return {};
}

std::vector<Meeting> meetings_to_match(db::Session& db, const DocumentImport& import, Date day) {
    auto found = meetings_of(db, import.group_id);
    std::erase_if(found, [&](auto& meeting) {
        if (meeting.day != day) return true;
        bool free = meeting.stands() || meeting.state == "on_demand" ||
                    (meeting.state == "cancelled" && made_before(db, import, meeting.id.uuid));
        if (!free) return true;
        auto minutes = minutes_of(db, meeting.id);
        return minutes && (minutes->phase != "draft" || !parts_of(db, minutes->id).empty());
    });
    return found;
}

const char* take_over_problem(db::Session& db, const DocumentImport& import, const DocumentFacts& facts,
                              const TakeOverWish& wish, Date today) {
    if (import.state != "open") return "document.take.not_open";
    auto day = meeting_day(facts);
    if (!day) return "document.take.no_day";
    if (*day > today) return "document.take.future";
    if (!wish.into) return nullptr;
    auto there = meetings_to_match(db, import, *day);
    return std::ranges::find(there, *wish.into, &Meeting::id) == there.end() ? "document.take.no_such_meeting"
                                                                             : nullptr;
}

std::vector<const DocumentFact*> accepted_of(const DocumentFacts& facts, std::string_view kind) {
    std::vector<const DocumentFact*> found;
    for (auto& fact : facts)
        if (fact.accepted() && fact.kind == kind) found.push_back(&fact);
    return found;
}

const DocumentFact* accepted_one(const DocumentFacts& facts, std::string_view kind) {
    auto found = accepted_of(facts, kind);
    return found.empty() ? nullptr : found.front();
}

std::optional<std::string> accepted_text(const DocumentFacts& facts, std::string_view kind) {
    auto fact = accepted_one(facts, kind);
    return fact && !fact->body.empty() ? std::optional{fact->body} : std::nullopt;
}

std::optional<Id<AgendaItem>> Taking::item(const std::optional<std::int64_t>& number) const {
    if (!number || *number < 1 || *number > std::int64_t(agenda.size())) return {};
    return agenda[std::size_t(*number) - 1];
}

std::optional<Id<AgendaItem>> Taking::item_at(std::int64_t line) const {
    for (auto part : accepted_of(facts, "part"))
        if (part->first_line <= line && line <= part->last_line) return item(part->number);
    return {};
}

std::string Taking::words(const DocumentFact& fact) const {
    if (fact.by_hand) return {};
    return text_of_lines(document, std::size_t(fact.first_line), std::size_t(fact.last_line));
}

std::string shortened(const std::string& text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    auto end = text.rfind(' ', bytes - 4);
    return text.substr(0, end == text.npos ? 0 : end) + "…";
}

namespace {

struct PersonKind {
    const char* kind;
    const char* status;
};
constexpr PersonKind person_kinds[] = {
    {"present", "present"}, {"apologised", "apologised"}, {"absent", "absent"}, {"guest", "guest"}};

void take_meeting(Taking& taking) {
    auto& meeting = taking.meeting;
    std::optional<Meeting> before;
    if (taking.wish.into) before = find_meeting(taking.db(), *taking.wish.into), meeting = *before;
    meeting.group_id = taking.group.id, meeting.state = "held", meeting.state_reason.reset();
    meeting.day = *meeting_day(taking.facts);
    auto minute = [&](const char* kind, std::optional<std::int64_t>& into) {
        if (auto fact = accepted_one(taking.facts, kind); fact && fact->minute) into = fact->minute;
    };
    minute("start_time", meeting.from_minute), minute("end_time", meeting.to_minute);
    if (meeting.to_minute == 0) meeting.to_minute = 1440;
    if (auto place = accepted_text(taking.facts, "place")) meeting.place = place;
    if (auto number = accepted_one(taking.facts, "number")) meeting.number = number->number;
    if (auto note = accepted_text(taking.facts, "attendance_note")) meeting.attendance_note = note;
    if (before) change(taking.author, *before, meeting);
    else add(taking.author, meeting);
    meeting = *find_meeting(taking.db(), meeting.id);
    taking.taken.meeting = meeting.id;
}

// Somebody whom nobody knew is a person from now on; asked twice, the same one.
void make_known(Taking& taking, DocumentFact& fact) {
    if (fact.answer != "new" || fact.planner_id) return;
    PlanningPerson person;
    person.name = *person_in(fact);
    auto after = fact;
    after.planner_id = add(taking.author, person);
    change(taking.author, fact, after);
    fact = *find_fact(taking.db(), fact.id);
}

// The person who stands there already; of somebody nobody knows, the same name that was taken back before.
std::optional<Attendance> known_there(db::Session& db, const Attendance& one) {
    for (auto all = db.all<Attendance>("SELECT * FROM attendance WHERE meeting_id = $1 ORDER BY withdrawn, id",
                                       one.meeting_id);
         auto& there : all)
        if (one.planner_id ? there.planner_id == one.planner_id : there.withdrawn && there.name == one.name)
            return there;
    return {};
}

void take_person(Taking& taking, DocumentFact& fact, const char* status) {
    make_known(taking, fact);
    Attendance one;
    one.meeting_id = taking.meeting.id, one.name = fact.body, one.status = status, one.came_by = "document";
    if (fact.answer == "guest") one.status = "guest";
    else one.planner_id = fact.planner_id;
    if (fact.question && (!fact.answer || fact.answer == "stays"))
        one.open_question = taking.texts.text("document.question." + *fact.question), ++taking.taken.questions;
    ++taking.taken.people;
    auto there = known_there(taking.db(), one);
    if (!there) return void(add(taking.author, one));
    auto after = *there;
    after.status = one.status, after.came_by = one.came_by, after.withdrawn = false;
    if (there->withdrawn) after.planner_id = one.planner_id, after.open_question = one.open_question;
    change(taking.author, *there, after);
}

void take_people(Taking& taking) {
    for (auto& [kind, status] : person_kinds)
        for (auto& fact : taking.facts)
            if (fact.accepted() && fact.kind == kind) take_person(taking, fact, status);
}

void take_agenda(Taking& taking) {
    auto standing = agenda_of(taking.db(), taking.meeting.id);
    std::int64_t place = 0;
    for (auto& fact : taking.facts) {
        if (fact.kind != "agenda") continue;
        auto& item = taking.agenda.emplace_back();
        if (!fact.accepted()) continue;
        ++place, ++taking.taken.agenda;
        auto there = std::ranges::find_if(
            standing, [&](auto& one) { return search::fold(one.title) == search::fold(fact.body); });
        if (there != standing.end()) {
            auto after = *there;
            after.state = "done";
            change(taking.author, *there, after);
            item = there->id;
            continue;
        }
        AgendaItem fresh;
        fresh.group_id = taking.group.id, fresh.meeting_id = taking.meeting.id, fresh.state = "done";
        fresh.place_in_order = std::int64_t(standing.size()) + place, fresh.title = fact.body;
        item = add(taking.author, fresh);
    }
}

Id<MeetingMinutes> take_minutes_head(Taking& taking) {
    auto before = minutes_of(taking.db(), taking.meeting.id);
    auto minutes = before.value_or(MeetingMinutes{});
    auto& facts = taking.facts;
    minutes.meeting_id = taking.meeting.id, minutes.label_style = taking.import.label_style;
    minutes.recorded_by = accepted_text(facts, "recorded_by"),
    minutes.recorded_in = accepted_text(facts, "recorded_in");
    if (auto fact = accepted_one(facts, "recorded_on")) minutes.recorded_on = fact->day;
    // Row 4.30: what the programme that pays asks for stays with the minutes.
    minutes.programme = accepted_text(facts, "programme");
    if (auto project = accepted_one(facts, "project"))
        minutes.project_title = project->body, minutes.project_number = project->extra,
        minutes.project_term = project->who;
    if (!minutes.project_number && minutes.project_title)
        minutes.project_number = accepted_text(facts, "registration_number");
    if (before) return change(taking.author, *before, minutes), before->id;
    return add(taking.author, minutes);
}

// The lines of a part fall into what stands before its first report, and the reports.
void take_part(Taking& taking, Id<MeetingMinutes> minutes, const DocumentFact& fact) {
    auto keep = [&](std::int64_t first, std::int64_t last, const DocumentFact* report) {
        auto body = text_of_lines(taking.document, std::size_t(first), std::size_t(last));
        if (report && !report->by_hand && body.empty()) return;
        MinutesPart part;
        part.minutes_id = minutes, part.place_in_order = ++taking.taken.parts, part.body = body;
        part.agenda_item_id = taking.item(fact.number);
        part.heading = report ? report->body : fact.body;
        if (part.heading.empty()) part.heading = taking.texts.text("document.part.unnamed");
        if (!report) part.label = fact.extra;
        else if (auto about = group_called(taking.wish.knows, report->body)) part.about_group_id = about->id;
        add(taking.author, part);
    };
    std::vector<const DocumentFact*> reports;
    for (auto report : accepted_of(taking.facts, "report"))
        if (fact.first_line <= report->first_line && report->last_line <= fact.last_line) reports.push_back(report);
    keep(fact.first_line, reports.empty() ? fact.last_line : std::max(fact.first_line, reports.front()->first_line - 1),
         nullptr);
    for (std::size_t n = 0; n < reports.size(); ++n)
        keep(reports[n]->first_line, n + 1 < reports.size() ? reports[n + 1]->first_line - 1 : fact.last_line,
             reports[n]);
}

void take_minutes(Taking& taking) {
    auto minutes = take_minutes_head(taking);
    for (auto fact : accepted_of(taking.facts, "part")) take_part(taking, minutes, *fact);
}

void take_decisions(Taking& taking) {
    for (auto fact : accepted_of(taking.facts, "decision")) {
        Decision decision;
        decision.group_id = taking.group.id, decision.meeting_id = taking.meeting.id, decision.body = fact->body;
        decision.agenda_item_id = taking.item_at(fact->first_line), decision.decided_on = taking.meeting.day;
        add_decision(taking.author, decision), ++taking.taken.decisions;
    }
}

void take_tasks(Taking& taking) {
    for (auto& fact : taking.facts) {
        if (!fact.accepted() || fact.kind != "task") continue;
        make_known(taking, fact);
        Task task;
        task.group_id = taking.group.id, task.meeting_id = taking.meeting.id, task.body = fact.body;
        task.agenda_item_id = taking.item_at(fact.first_line), task.due_on = fact.day;
        task.owner_id = fact.planner_id, task.owner_text = fact.who;
        if (auto source = taking.words(fact); !source.empty()) task.source_text = source;
        add_task(taking.author, task), ++taking.taken.tasks;
    }
}

constexpr const char* kept_as_facts[] = {"group", "vote", "paragraph", "organisation", "abbreviation", "publication"};

// Accepted facts of which no record is made, or none by this person.
std::int64_t left_as_facts(const DocumentFacts& facts, const DocumentImport& import, const TakeOverWish& wish) {
    return std::ranges::count_if(facts, [&](auto& fact) {
        if (!fact.accepted()) return false;
        if (std::ranges::find(kept_as_facts, fact.kind) != std::end(kept_as_facts)) return true;
        if (fact.kind == "rule") return !wish.as_rule;
        if (fact.kind == "group_meeting" || fact.kind == "cancelled") return !group_meant(fact.body, import, wish);
        if (fact.kind == "proposal") return !group_meant(fact.extra, import, wish);
        return (fact.kind == "split" || fact.kind == "merge") && !group_to_change(fact, import, wish);
    });
}

}

TakenOver take_over_preview(db::Session& db, const DocumentImport& import, const DocumentFacts& facts,
                            const TakeOverWish& wish) {
    TakenOver taken;
    auto count = [&](const char* kind) { return std::int64_t(accepted_of(facts, kind).size()); };
    for (auto& [kind, status] : person_kinds) taken.people += count(kind);
    taken.questions = std::ranges::count_if(facts, [](auto& fact) {
        return fact.accepted() && person_in(fact) && fact.kind != "task" && fact.question &&
               (!fact.answer || fact.answer == "stays");
    });
    taken.agenda = count("agenda"), taken.decisions = count("decision"), taken.tasks = count("task");
    taken.parts = count("part") + count("report"), taken.events = count("event");
    taken.milestones = count("milestone"), taken.periods = count("closed") + count("on_demand");
    for (auto fact : accepted_of(facts, "planned"))
        taken.planned += fact->day && !stands_that_day(db, import.group_id, *fact->day);
    for (auto fact : accepted_of(facts, "group_meeting"))
        if (auto group = group_meant(fact->body, import, wish))
            taken.planned += fact->day && !stands_that_day(db, group->id, *fact->day);
    for (auto fact : accepted_of(facts, "cancelled"))
        taken.cancelled += fact->day && group_meant(fact->body, import, wish);
    for (auto fact : accepted_of(facts, "proposal"))
        taken.proposals += group_meant(fact->extra, import, wish) != nullptr;
    for (auto kind : {"split", "merge"})
        for (auto fact : accepted_of(facts, kind)) taken.changes += group_to_change(*fact, import, wish) != nullptr;
    taken.left = left_as_facts(facts, import, wish);
    return taken;
}

TakenOver take_over(const Author& by, const DocumentImport& import, const TakeOverWish& wish,
                    const i18n::Texts& texts) {
    auto& db = by.work;
    auto source = import.source_id
                      ? *import.source_id
                      : history::keep_source(db, by.now, by.user, by.organisation, "document", import.title);
    Author author{db, by.now, by.user, by.organisation, source};
    Taking taking{author, import, wish, texts, facts_of(db, import.id), import.document()};
    taking.group = *find_group(db, import.group_id);
    for (auto take : {take_meeting, take_people, take_agenda, take_minutes, take_decisions, take_tasks, take_schedule,
                      take_group_meetings, take_cancelled, take_periods, take_rule, take_milestones, take_events,
                      take_proposals, take_lineage})
        take(taking);
    taking.taken.left = left_as_facts(taking.facts, import, wish);
    auto after = import;
    after.state = "taken", after.source_id = source, after.meeting_id = taking.meeting.id, after.taken_at = by.now;
    change(by, import, after);
    return taking.taken;
}

}
