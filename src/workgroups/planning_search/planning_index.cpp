// Reads the texts of planning and indexes them.
#include "workgroups/planning_search/planning_index.hpp"

#include "platform/search/language.hpp"

namespace workgroups {

namespace {

// A save may be committed later than its moment says: an import takes minutes.
constexpr auto committed_late = std::chrono::minutes{15};
constexpr std::size_t fresh_most = 1500;    // then the whole is read anew

// What texts are read with.
struct TextContext {
    struct Planner {
        Id<PlanningPerson> id{};
        std::string name{};
        std::optional<Id<User>> account_id{};
        static void each_field(auto& one, auto& visit) {
            visit("id", one.id), visit("name", one.name), visit("account_id", one.account_id);
        }
    };
    struct UserName {
        Id<WorkingGroup> group_id{};
        std::string name{};
        static void each_field(auto& one, auto& visit) { visit("group_id", one.group_id), visit("name", one.name); }
    };
    struct MinutesHead {
        Id<MeetingMinutes> id{};
        Id<Meeting> meeting_id{};
        Id<WorkingGroup> group_id{};
        Date day{};
        std::string phase{};
        static void each_field(auto& one, auto& visit) {
            visit("id", one.id), visit("meeting_id", one.meeting_id), visit("group_id", one.group_id);
            visit("day", one.day), visit("phase", one.phase);
        }
    };

    std::map<Id<PlanningPerson>, Planner> planners{};
    std::map<Id<WorkingGroup>, std::vector<std::string>> users{};
    std::map<Id<MeetingMinutes>, MinutesHead> minutes{};
    std::set<Id<Meeting>> published{};    // meetings whose minutes are

    static TextContext read(db::Session& db) {
        TextContext context;
        for (auto& one : db.all<Planner>("SELECT id, name, account_id FROM planning_people"))
            context.planners.emplace(one.id, one);
        for (auto& one :
             db.all<UserName>("SELECT DISTINCT group_id, planning_people.name AS name FROM group_members"
                              " JOIN planning_people ON planning_people.id = planner_id WHERE side = 'user'"))
            context.users[one.group_id].push_back(one.name);
        for (auto& one : db.all<MinutesHead>("SELECT meeting_minutes.id AS id, meeting_id, group_id, day, phase"
                                             " FROM meeting_minutes JOIN meetings ON meetings.id = meeting_id")) {
            if (one.phase == "published") context.published.insert(one.meeting_id);
            context.minutes.emplace(one.id, one);
        }
        return context;
    }
    std::string masked(Id<WorkingGroup> group, const std::string& text) const {
        auto known = users.find(group);
        return known == users.end() ? text : without_names(text, known->second);
    }
};

PlanningText text_of(const Decision& decision, const TextContext& context) {
    PlanningText text{TextKind::decision, decision.id.uuid, decision.group_id};
    text.open = decision.meeting_id && context.published.contains(*decision.meeting_id);
    text.number = decision.number, text.day = decision.decided_on;
    text.body = text.open ? context.masked(decision.group_id, decision.body) : decision.body;
    text.address = "/rozhodnuti/" + to_text(decision.id);
    return text;
}

PlanningText text_of(const Task& task, const TextContext& context) {
    PlanningText text{TextKind::task, task.id.uuid, task.group_id};
    text.number = std::to_string(task.number), text.body = task.body, text.day = task.due_on;
    if (auto owner = task.owner_id ? context.planners.find(*task.owner_id) : context.planners.end();
        owner != context.planners.end()) {
        text.whose = owner->second.account_id;
        text.body += "\n" + owner->second.name;
    } else if (task.owner_text) text.body += "\n" + *task.owner_text;
    if (task.source_text) text.body += "\n" + *task.source_text;
    text.address = "/ukoly/" + to_text(task.id);
    return text;
}

PlanningText text_of(const AgendaItem& item, const TextContext& context) {
    PlanningText text{TextKind::agenda_item, item.id.uuid, item.group_id};
    text.open = item.meeting_id && item.state != "proposed" && item.state != "refused";
    text.title = text.open ? context.masked(item.group_id, item.title) : item.title;
    if (!text.open) text.body = item.note.value_or("");
    text.address = item.meeting_id ? "/jednani/" + to_text(*item.meeting_id) : "";
    return text;
}

PlanningText text_of(const MinutesPart& part, const TextContext& context) {
    PlanningText text{TextKind::minutes_part, part.id.uuid};
    auto minutes = context.minutes.find(part.minutes_id);
    if (minutes == context.minutes.end() || part.dropped) return text;
    auto& head = minutes->second;
    text.group = head.group_id, text.open = head.phase == "published", text.day = head.day;
    text.title = text.open ? context.masked(head.group_id, part.heading) : part.heading;
    text.body = text.open ? context.masked(head.group_id, part.body) : part.body;
    text.address = "/jednani/" + to_text(head.meeting_id) + "/zapis";
    return text;
}

PlanningText text_of(const Meeting& meeting, const TextContext& context) {
    PlanningText text{TextKind::meeting, meeting.id.uuid, meeting.group_id, true};
    text.title = context.masked(meeting.group_id, meeting.title.value_or("")), text.day = meeting.day;
    text.body = meeting.place.value_or(""), text.address = "/jednani/" + to_text(meeting.id);
    return text;
}

// A paper with the meeting to which it belongs, by itself or by its item of the agenda.
struct PlacedPaper {
    AgendaPaper paper{};
    std::optional<Id<Meeting>> at_meeting{};
    std::optional<Id<WorkingGroup>> group_id{};
    std::optional<Date> day{};

    static void each_field(auto& placed, auto& visit) {
        AgendaPaper::each_field(placed.paper, visit);
        visit("at_meeting", placed.at_meeting), visit("group_id", placed.group_id), visit("day", placed.day);
    }
};

// Only for those who sit in the group: papers are never public.
PlanningText text_of(const PlacedPaper& placed) {
    PlanningText text{TextKind::paper, placed.paper.id.uuid, placed.group_id.value_or(Id<WorkingGroup>{})};
    text.title = placed.paper.title, text.day = placed.day;
    if (!placed.at_meeting || placed.paper.removed) return text;
    text.meeting = "/jednani/" + to_text(*placed.at_meeting);
    text.address = text.meeting + "/podklady/" + to_text(placed.paper.id);
    return text;
}

std::vector<PlanningText> all_papers(db::Session& db) {
    std::vector<PlanningText> texts;
    db.for_each<PlacedPaper>(
        "SELECT agenda_papers.*, meetings.id AS at_meeting, meetings.group_id AS group_id, meetings.day AS day"
        " FROM agenda_papers LEFT JOIN agenda_items ON agenda_items.id = agenda_item_id"
        " LEFT JOIN meetings ON meetings.id = coalesce(agenda_papers.meeting_id, agenda_items.meeting_id)",
        [&](const PlacedPaper& placed) { texts.push_back(text_of(placed)); });
    return texts;
}

// Those that changed themselves, or whose item of the agenda or meeting did.
std::vector<PlanningText> changed_papers(db::Session& db, Id<history::Change> since) {
    std::vector<PlanningText> texts;
    db.for_each<PlacedPaper>(
        "SELECT agenda_papers.*, meetings.id AS at_meeting, meetings.group_id AS group_id, meetings.day AS day"
        " FROM agenda_papers LEFT JOIN agenda_items ON agenda_items.id = agenda_item_id"
        " LEFT JOIN meetings ON meetings.id = coalesce(agenda_papers.meeting_id, agenda_items.meeting_id)"
        " WHERE agenda_papers.id IN"
        " (SELECT record_id FROM changes WHERE changes.id > $1 AND record_table = 'agenda_papers'"
        " UNION SELECT papers.id FROM changes JOIN agenda_papers AS papers ON papers.agenda_item_id = record_id"
        " WHERE changes.id > $1 AND record_table = 'agenda_items'"
        " UNION SELECT papers.id FROM changes JOIN agenda_papers AS papers ON papers.meeting_id = record_id"
        " WHERE changes.id > $1 AND record_table = 'meetings'"
        " UNION SELECT papers.id FROM changes JOIN agenda_items AS items ON items.meeting_id = record_id"
        " JOIN agenda_papers AS papers ON papers.agenda_item_id = items.id"
        " WHERE changes.id > $1 AND record_table = 'meetings')",
        [&](const PlacedPaper& placed) { texts.push_back(text_of(placed)); }, since);
    return texts;
}

std::shared_ptr<const TextLayer> indexed(std::vector<PlanningText> texts) {
    // Dropped parts and items that belong to no meeting yet have no page to show.
    std::erase_if(texts, [](auto& text) { return text.address.empty(); });
    search::IndexBuilder builder{search::czech(), {{"title", 3}, {"body", 1}}};
    auto layer = std::make_shared<TextLayer>();
    for (std::size_t n = 0; n < texts.size(); ++n) {
        builder.add(std::uint32_t(n), std::array<std::string_view, 2>{texts[n].title, texts[n].body});
        if (texts[n].kind == TextKind::paper) layer->papers.emplace(texts[n].id, n);
    }
    layer->texts = std::move(texts), layer->index = std::move(builder).build();
    return layer;
}

std::vector<PlanningText> all_texts(db::Session& db) {
    auto context = TextContext::read(db);
    auto texts = all_papers(db);
    auto take = [&](const auto& record) { texts.push_back(text_of(record, context)); };
    db.for_each<Decision>("SELECT * FROM decisions", take);
    db.for_each<Task>("SELECT * FROM tasks", take);
    db.for_each<AgendaItem>("SELECT * FROM agenda_items", take);
    db.for_each<MinutesPart>("SELECT * FROM minutes_parts", take);
    db.for_each<Meeting>("SELECT * FROM meetings", take);
    return texts;
}

struct ChangedRecord {
    std::string record_table{};
    Id<void> record_id{};
    static void each_field(auto& one, auto& visit) {
        visit("record_table", one.record_table), visit("record_id", one.record_id);
    }
};

// Whatever was saved since, and what stands on it: with minutes their parts and the decisions of their meeting.
std::vector<PlanningText> changed_texts(db::Session& db, Instant since) {
    auto changed =
        db.all<ChangedRecord>("SELECT DISTINCT record_table, record_id FROM changes WHERE id > $1 AND record_table IN"
                              " ('decisions', 'tasks', 'agenda_items', 'minutes_parts', 'meeting_minutes', 'meetings')",
                              Id<history::Change>::made_at(since));
    auto context = TextContext::read(db);
    std::map<Uuid, PlanningText> texts;
    auto take = [&](const auto& record) { texts.insert_or_assign(record.id.uuid, text_of(record, context)); };
    for (auto& [table, id] : changed) {
        if (table == "decisions") {
            if (auto one = find_decision(db, Id<Decision>{id.uuid})) take(*one);
        } else if (table == "tasks") {
            if (auto one = find_task(db, Id<Task>{id.uuid})) take(*one);
        } else if (table == "meetings") {
            if (auto one = find_meeting(db, Id<Meeting>{id.uuid})) take(*one);
        } else if (table == "agenda_items") {
            if (auto one = db.maybe<AgendaItem>("SELECT * FROM agenda_items WHERE id = $1", id)) take(*one);
        } else if (table == "minutes_parts") {
            if (auto one = db.maybe<MinutesPart>("SELECT * FROM minutes_parts WHERE id = $1", id)) take(*one);
        } else {
            for (auto& part : db.all<MinutesPart>("SELECT * FROM minutes_parts WHERE minutes_id = $1", id)) take(part);
            if (auto head = context.minutes.find(Id<MeetingMinutes>{id.uuid}); head != context.minutes.end())
                for (auto& decision : decisions_of(db, head->second.meeting_id)) take(decision);
        }
    }
    auto list = changed_papers(db, Id<history::Change>::made_at(since));
    for (auto& [id, text] : texts) list.push_back(std::move(text));
    return list;
}

}

const PlanningText* PlanningTexts::paper(const Uuid& id) const {
    auto& layer = replaced.contains(id) ? fresh : base;
    if (!layer) return nullptr;
    auto found = layer->papers.find(id);
    return found == layer->papers.end() ? nullptr : &layer->texts[found->second];
}

std::shared_ptr<const PlanningTexts> PlanningIndex::current(db::Session& db, Instant now) {
    auto version = history::content_version(db, "planning");
    auto in_memory = [&] {
        std::lock_guard lock{mutex_};
        return texts_;
    };
    if (auto texts = in_memory(); texts && texts->version == version) return texts;
    std::lock_guard making{making_};
    auto before = in_memory();
    if (before && before->version == version) return before;
    auto made = std::make_shared<PlanningTexts>();
    made->version = version;
    if (before) {
        auto changed = changed_texts(db, before->read_at - committed_late);
        if (changed.size() <= fresh_most) {
            made->read_at = before->read_at, made->base = before->base;
            for (auto& text : changed) made->replaced.insert(text.id);
            made->fresh = indexed(std::move(changed));
        }
    }
    if (!made->base) made->read_at = now, made->base = indexed(all_texts(db));
    made->papers = papers_.current(db);
    std::lock_guard lock{mutex_};
    // A session that saw an older state does not push a newer one out.
    if (!texts_ || texts_->version <= version) texts_ = made;
    return made;
}

}
