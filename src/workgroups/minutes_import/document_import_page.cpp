// Shows a document beside its facts, and keeps what people decide about them.
#include "workgroups/minutes_import/document_import_page.hpp"

#include "platform/base/parts.hpp"
#include "platform/files/file_room.hpp"
#include "platform/history/acting.hpp"
#include "workgroups/events/event_words.hpp"
#include "workgroups/milestones/milestone.hpp"
#include "workgroups/minutes_import/hand_over_pages.hpp"
#include "workgroups/minutes_import/made_before.hpp"
#include "workgroups/tasks/task_list.hpp"

#include <charconv>
#include <map>

namespace workgroups {

std::string FactLine::lines() const {
    auto first = std::to_string(fact.first_line + 1), last = std::to_string(fact.last_line + 1);
    return first == last ? first : first + "–" + last;
}

html::Tag FactLine::tag(html::Out& out) const {
    auto kind = fact.accepted()           ? html::Tag::ok
                : fact.state == "dropped" ? html::Tag::bad
                : fact.asks()             ? html::Tag::part
                                          : html::Tag::unknown;
    return {kind, out.text(fact.state == "open" && fact.asks() ? std::string{"document.fact_state.asks"}
                                                               : "document.fact_state." + fact.state)};
}

html::Tag DocumentImportPage::state(html::Out& out) const {
    auto kind = import.state == "taken" ? html::Tag::ok : import.state == "refused" ? html::Tag::bad : html::Tag::part;
    return {kind, out.text("document.state." + import.state)};
}

html::Bar DocumentImportPage::bar(html::Out& out) const {
    return {out.text("document.progress", progress.open, std::to_string(progress.all)), progress.decided(),
            progress.all};
}

http::PageHead DocumentImportPage::head(const i18n::Texts&) const {
    return {.title = import.title, .section = "/dokumenty-zapisu", .staff = true};
}

std::string DocumentImportPage::rule_said(html::Out& out) const {
    auto planned = out.text("document.schedule.planned", schedule->planned);
    if (schedule->months == 0) return planned + " " + out.text("document.schedule.no_rule");
    auto rule = out.text(schedule->of_document ? "document.schedule.rule_of_document" : "document.schedule.rule",
                         schedule->months, schedule->rule);
    auto found = std::int64_t(schedule->gaps.size());
    return planned + " " + rule + " " +
           (found ? out.text("document.schedule.gaps", found) : out.text("document.schedule.fine"));
}

namespace {

std::string address_of(const DocumentImport& import, const std::string& rest = "") {
    return "/dokumenty-zapisu/" + to_text(import.id) + rest;
}

// Names of those who were recognised.
std::map<Id<PlanningPerson>, std::string> names_of_known(db::Session& db, Id<WorkingGroup> group,
                                                         const DocumentFacts& facts) {
    std::map<Id<PlanningPerson>, std::string> names;
    for (auto& one : members_of(db, group)) names[one.member.planner_id] = one.person_name;
    for (auto& fact : facts)
        if (fact.planner_id && !names.contains(*fact.planner_id))
            if (auto person = find_planner(db, *fact.planner_id)) names[person->id] = person->name;
    return names;
}

// Minutes say when, who, what about or what to do; a text of which only its paragraphs were found is hardly any.
bool like_minutes(const DocumentFacts& facts) {
    return std::ranges::any_of(facts, [](auto& fact) {
        auto kind = fact_kind(fact.kind);
        std::string_view shown = kind ? kind->shown : "";
        return fact.kind == "date" || shown == "people" || shown == "agenda" || shown == "decisions" ||
               shown == "tasks" || shown == "schedule";
    });
}

// A part without a heading is known by the beginning of its text.
std::string words_of_nameless(const DocumentFact& fact, const reading::TextDocument& document,
                              const i18n::Texts& texts) {
    auto last = std::min(std::size_t(fact.last_line), document.lines.size() - 1);
    auto text = document.lines.empty() ? "" : text_of_lines(document, std::size_t(fact.first_line), last);
    for (auto& letter : text)
        if (letter == '\n') letter = ' ';
    return text.empty() ? texts.text("document.fact.nothing")
                        : texts.text("document.fact.nameless", {beginning_of(text, 60)});
}

FactLine line_of(const DocumentFact& fact, const std::map<Id<PlanningPerson>, std::string>& names,
                 const reading::TextDocument& document, const i18n::Texts& texts) {
    FactLine line{fact, texts.text("document.fact." + fact.kind), words_of(fact)};
    if (line.words.empty()) line.words = words_of_nameless(fact, document, texts);
    if (fact.planner_id)
        if (auto known = names.find(*fact.planner_id); known != names.end()) line.person = known->second;
    if (fact.answer && *fact.answer != "member" && fact.state != "dropped")
        line.person = texts.text("document.answer." + *fact.answer);
    if (fact.asks() && fact.state != "dropped") line.question = texts.text("document.question." + *fact.question);
    return line;
}

void link_what_came(db::Session& db, DocumentImportPage& page, const i18n::Texts& texts) {
    auto meeting = page.import.meeting_id ? find_meeting(db, *page.import.meeting_id) : std::nullopt;
    if (!meeting) return;
    auto at = "/jednani/" + to_text(meeting->id);
    page.came = {{texts.text("document.came.meeting", {to_czech(meeting->day)}), at},
                 {texts.text("document.came.minutes"), at + "/zapis"}};
    std::vector<html::Link> events;
    for (auto all = events_of(db, page.group.id); auto& event : all)
        if (event.meeting_id == page.import.meeting_id && made_before(db, page.import, event.id.uuid))
            events.push_back({event_name(event, texts), "/akce/" + event.slug});
    page.came.insert(page.came.end(), events.rbegin(), events.rend());    // in the order of their days
    for (auto all = milestone_plans(db); auto& plan : all)
        if (plan.group_id == page.group.id && made_before(db, page.import, plan.id.uuid))
            page.came.push_back({plan.title, "/milniky/" + to_text(plan.id)});
}

DocumentImportPage import_page(const http::Request& request, db::Session& db, const ImportInView& view) {
    auto& texts = *request.texts;
    DocumentImportPage page{view.of.group, view.import};
    page.form_token = request.form_token;
    auto document = page.import.document();
    auto facts = facts_of(db, page.import.id);
    auto names = names_of_known(db, page.import.group_id, facts);
    page.progress = progress_of(facts), page.like_minutes = like_minutes(facts);
    auto shown = Id<DocumentFact>::parse(request.asked.first("fakt"));
    page.shows_fact = shown.has_value();
    std::int64_t from = -1, to = -1;
    for (auto code : fact_groups) {
        FactGroup group{code};
        for (auto& fact : facts)
            if (auto kind = fact_kind(fact.kind); kind && std::string_view{kind->shown} == code)
                group.lines.push_back(line_of(fact, names, document, texts));
        if (!group.lines.empty()) page.groups.push_back(std::move(group));
    }
    for (auto& fact : facts) {
        if (shown && fact.id == *shown) from = fact.first_line, to = fact.last_line;
        if (fact.kind == "group" && fact.state != "dropped" && page.import.state == "open") {
            std::vector<WorkingGroup> own{page.group};
            if (!group_called(own, fact.body)) page.other_group = fact.body;
        }
    }
    for (std::size_t n = 0; n < document.lines.size(); ++n) {
        auto& line = document.lines[n];
        auto marker = line.marker.empty() ? "" : line.marker + " ";
        bool said = std::int64_t(n) >= from && std::int64_t(n) <= to;
        std::string kind = line.kind == reading::LineKind::heading ? "title" : "";
        page.lines.push_back({n + 1, marker + line.text, said ? "said" : kind});
    }
    if (page.import.state == "taken") {
        page.schedule = schedule_findings(db, page.group, page.import, facts, request.today(), texts);
        link_what_came(db, page, texts);
    }
    if (page.import.job_id) page.job = jobs::find(db, *page.import.job_id);
    auto done = request.asked.first("hotovo");
    for (auto known : {"ulozeno", "prijato", "prevzato", "zpet", "rozdeleno"})
        // That it is taken over, the page says anyway.
        if (done == known && !(done == "prevzato" && page.taken()))
            page.done = texts.text(std::string{"document.done."} + known);
    return page;
}

// Which button of the page was pressed, and about what.
struct Pressed {
    std::string state{};    // accepted, dropped, open
    std::string group{};    // of facts; "all" for everything
    std::optional<Id<DocumentFact>> fact{};
    std::int64_t version = 0;

    static Pressed read(const http::Values& values) {
        struct Button {
            const char* name;
            const char* state;
        };
        constexpr Button single[] = {{"prijmout", "accepted"}, {"zahodit", "dropped"}, {"vratit", "open"}};
        for (auto& [name, state] : single)
            if (values.has(name)) {
                auto mark = values.first(name);
                auto colon = mark.find(':');
                Pressed pressed{state, {}, Id<DocumentFact>::parse(mark.substr(0, colon))};
                if (colon != mark.npos)
                    std::from_chars(mark.data() + colon + 1, mark.data() + mark.size(), pressed.version);
                return pressed;
            }
        if (values.has("prijmout_skupinu")) return {"accepted", values.first("prijmout_skupinu")};
        if (values.has("zahodit_skupinu")) return {"dropped", values.first("zahodit_skupinu")};
        if (values.has("prijmout_vse")) return {"accepted", "all"};
        return {};
    }
};

http::Response said_no(const http::Request& request, db::Session& db, const ImportInView& view, const char* why) {
    auto page = import_page(request, db, view);
    page.problem = request.texts->text(why);
    return respond(request, page, http::conflict);
}

}

http::Response show_document(const http::Request& request, Permit<may::KeepDocument> permit) {
    auto page = import_page(request, permit.look(), permit.about());
    auto response = respond(request, page);
    // Without a script too: the page comes again until it was read.
    if (page.import.state == "reading") response.headers.emplace_back("Refresh", "2");
    return response;
}

http::Response decide_facts(const http::Request& request, Permit<may::KeepDocument> permit) {
    auto& db = permit.db();
    auto& import = permit.about().import;
    auto pressed = Pressed::read(request.values);
    if (import.state != "open") return said_no(request, db, permit.about(), "document.take.not_open");
    auto author = history::author_of(permit);
    if (pressed.group.empty()) {
        auto fact = pressed.fact ? find_fact(db, *pressed.fact) : std::nullopt;
        if (!fact || fact->import_id != import.id)
            return said_no(request, db, permit.about(), "document.decide.nothing");
        // Somebody else decided meanwhile: their word stands until this person has seen it.
        if (fact->kept.version != pressed.version)
            return said_no(request, db, permit.about(), "document.decide.meanwhile");
        auto after = *fact;
        after.state = pressed.state;
        change(author, *fact, after);
        return http::redirect(address_of(import), "#f-", fact->id);
    }
    auto facts = facts_of(db, import.id);
    if (pressed.group != "all")
        std::erase_if(facts, [&](auto& fact) {
            auto kind = fact_kind(fact.kind);
            return !kind || kind->shown != pressed.group;
        });
    decide(author, facts, pressed.state);
    if (pressed.group == "all") return http::redirect(address_of(import), "?hotovo=prijato");
    return http::redirect(address_of(import), "#sk-", pressed.group);
}

http::Response drop_document(const http::Request& request, Permit<may::KeepDocument> permit) {
    auto& import = permit.about().import;
    if (import.state == "taken") return said_no(request, permit.db(), permit.about(), "document.drop.taken");
    auto author = history::author_of(permit);
    auto after = import;
    after.state = "dropped";
    change(author, import, after);
    // What nobody wants to keep is not kept.
    if (import.file_id)
        if (auto file = files::find(permit.db(), *import.file_id)) request.use<files::FileRoom>().erase(author, *file);
    audit::note_done(permit, "workgroups.document_dropped", import.id.uuid);
    return http::redirect("/skupiny/", permit.about().of.group.slug, "/dokument?hotovo=zahozeno");
}

http::Response send_document(const http::Request& request, Permit<may::KeepDocument> permit) {
    auto& import = permit.about().import;
    auto file = import.file_id ? files::find(permit.look(), *import.file_id) : std::nullopt;
    if (!file) throw NotFound{};
    auto& room = request.use<files::FileRoom>();
    return room.answer(*file, room.name_of(*file).value_or(import.title), true);
}

}
