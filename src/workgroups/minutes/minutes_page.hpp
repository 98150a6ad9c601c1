// The minutes of a meeting as those who sit in the group read, comment and write them; and as strangers read the copy
// that was published.
#pragma once

#include "platform/html/charts.hpp"
#include "platform/html/choice.hpp"
#include "platform/html/parts.hpp"
#include "platform/html/text_pieces.hpp"
#include "platform/http/respond.hpp"
#include "platform/sheets/record_sheet.hpp"
#include "workgroups/minutes/minutes_keeping.hpp"
#include "workgroups/minutes/minutes_numbering.hpp"
#include "workgroups/minutes/minutes_phases.hpp"

namespace workgroups {

struct MinutesCommentLine {
    std::string id{}, who{}, when{}, body{}, state{}, reason{};
    bool open() const { return state == "open"; }
    std::string_view css_class() const { return open() ? "tag run" : state == "accepted" ? "tag ok" : "tag bad"; }
    static void each_field(auto& line, auto& visit) {
        visit("id", line.id), visit("who", line.who), visit("text", line.body), visit("state", line.state);
        visit("reason", line.reason);
    }
};

struct GivenLine {
    std::string text{}, number{}, owner{}, due{}, href{};
    bool decision = false, event = false, done = false, overdue = false;
    std::string_view css_class() const { return done ? "tag ok" : overdue ? "tag bad" : "tag run"; }
    static void each_field(auto& line, auto& visit) {
        visit("text", line.text), visit("number", line.number), visit("owner", line.owner), visit("due", line.due);
    }
};

// Decisions, tasks and events behind a part, or behind all.
struct GivenList {
    const std::vector<GivenLine>& given;
    void write(html::Out&) const;
};

struct MinutesPartLine {
    std::string id{}, label{}, heading{}, item{}, about{};
    std::int64_t version = 0;
    bool report = false, editing = false, comments_here = false;
    std::vector<BodyPiece> body{};
    std::vector<MinutesCommentLine> comments{};
    std::vector<GivenLine> given{};
    std::string css_class() const { return report ? "of-group" : ""; }
    static void each_field(auto& line, auto& visit) {
        visit("id", line.id), visit("version", line.version), visit("label", line.label);
        visit("heading", line.heading), visit("about", line.about), visit("comments", line.comments);
        visit("given", line.given);
    }
};

// The part that somebody edits, in its place on the page.
struct MinutesPartForm {
    std::string action{}, back{}, form_token{}, person{};
    std::string heading{}, body{}, base_heading{}, base_body{};
    std::int64_t version = 0;
    std::vector<html::Choice> items{}, groups{};
    std::string item{}, group{};
    std::vector<html::Problem> problems{};
    drafts::DraftOffer offer{};

    html::Field field(const char* name, const char* label, const std::string& value) const;
    html::Field heading_field() const { return field("nadpis", "minutes.part.heading", heading); }
    html::Area body_field() const;
    html::Select item_field() const { return {{field("bod", "minutes.part.item", item), items}}; }
    html::Select group_field() const { return {{field("skupina", "minutes.part.group", group), groups}}; }
    html::ErrorSummary summary() const { return {problems}; }
    void write(html::Out&) const;
};

struct PhaseStep {
    std::string code{}, name{}, when{};
    bool done = false, now = false;
    static void each_field(auto& step, auto& visit) { visit("phase", step.code), visit("when", step.when); }
};

struct MinutesPage;

// Comments to one part or to the whole, each with how it was settled or with the buttons that settle it.
struct MinutesCommentList {
    const MinutesPage& page;
    const std::vector<MinutesCommentLine>& comments;
    std::string_view css_class;
    void write(html::Out&) const;
};

struct MinutesPage {
    const WorkingGroup& group;
    const Meeting& meeting;
    const MeetingMinutes& minutes;
    std::string day{}, time{}, place{};
    std::int64_t present = 0, apologised = 0, guests = 0;
    std::vector<std::string> publicity{}, foot{};
    std::vector<MinutesPartLine> parts{};
    std::vector<GivenLine> tasks{}, events{};    // all of them; events of which no part speaks
    std::vector<GivenLine> given{};              // what belongs to no part, as a chapter of its own
    std::vector<html::Link> dropped{};           // parts that were left out, with where they are brought back
    std::vector<std::string> findings{};         // of the numbering, in sentences
    std::vector<PhaseStep> track{};
    std::vector<html::Link> steps{}, steps_back{};
    std::string recorded{}, verifier{}, until{}, approved_at{}, form_token{}, done{};
    std::vector<MinutesCommentLine> comments{};    // to the minutes as a whole
    std::vector<html::Problem> problems{};
    std::optional<MinutesPartForm> form{};
    bool writes = false, keeps = false, commenting = false, missing_items = false;
    bool called_off = false;    // the meeting was, so that its minutes go nowhere
    std::string typed_comment{}, typed_reason{}, typed_who{}, settled_id{};

    std::string at(const std::string& rest = "") const { return "/jednani/" + to_text(meeting.id) + "/zapis" + rest; }
    std::string part_at(const MinutesPartLine& part, const char* rest = "") const { return at("/" + part.id + rest); }
    std::string edit_at(const MinutesPartLine& part) const { return at("/" + part.id + "#cast-" + part.id); }
    std::string compare_at(const MinutesPartLine& part) const { return at("/porovnani?cast=" + part.id); }
    std::string comment_at(const MinutesCommentLine& one) const { return at("/pripominky/" + one.id); }
    GivenList given_list(const std::vector<GivenLine>& some) const { return {some}; }
    MinutesCommentList comment_list(const std::vector<MinutesCommentLine>& some, std::string_view css_class) const {
        return {*this, some, css_class};
    }
    std::string file(const char* ending) const { return at(ending); }
    std::string reason_of(const MinutesCommentLine& one) const { return one.id == settled_id ? typed_reason : ""; }
    std::string new_event_at() const { return "/skupiny/" + group.slug + "/akce/nova?jednani=" + to_text(meeting.id); }
    std::string meeting_at() const { return "/jednani/" + to_text(meeting.id); }
    std::string live_at() const { return writes ? at("/prubeh") : ""; }
    html::ErrorSummary summary() const { return {problems}; }
    bool published() const { return minutes.phase == "published"; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("phase", page.minutes.phase), visit("parts", page.parts), visit("comments", page.comments);
        visit("findings", page.findings), visit("problems", page.problems);
    }
    void write(html::Out&) const;
};

// Pieces of one kind that follow one another.
struct CopyRun {
    std::string kind{};
    std::vector<DocumentPiece> pieces{};
    static void each_field(auto& run, auto& visit) { visit("kind", run.kind), visit("pieces", run.pieces); }
    void write(html::Out&) const;
};

// Neighbours of one kind together.
std::vector<CopyRun> runs_of(const MinutesDocument&);

// What strangers read.
struct MinutesCopyPage {
    const WorkingGroup& group;
    const Meeting& meeting;
    const MeetingMinutes& minutes;
    std::vector<CopyRun> runs{};
    std::string hash{}, published{};
    bool intact = false;    // the hash is that of the copy

    std::string at(const std::string& rest = "") const { return "/jednani/" + to_text(meeting.id) + "/zapis" + rest; }
    std::string file(const char* ending) const { return at(ending); }
    std::string day() const { return to_czech(meeting.day); }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("group", page.group.name), visit("day", page.meeting.day), visit("sha256", page.hash);
        visit("content", page.runs);
    }
    void write(html::Out&) const;
};

struct MinutesBeginPage {
    const WorkingGroup& group;
    const Meeting& meeting;
    std::vector<AgendaItem> agenda{};
    std::string form_token{};

    std::string meeting_at() const { return "/jednani/" + to_text(meeting.id); }
    std::string at() const { return meeting_at() + "/zapis"; }
    std::string day() const { return to_czech(meeting.day); }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("day", page.meeting.day), visit("begun", false); }
    void write(html::Out&) const;
};

// Both texts of a part, and what they give together.
struct PartConflictPage {
    const WorkingGroup& group;
    PartConflict conflict;
    TypedPart typed;
    std::vector<text::Piece> differences{};    // from theirs to mine
    std::string action{}, back{}, form_token{};
    std::int64_t version = 0;
    std::string item{}, about{};

    const char* how_joined() const;    // key of the sentence that says what the proposal is
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("dropped", page.conflict.dropped), visit("mine", page.conflict.mine);
        visit("theirs", page.conflict.theirs), visit("merged", page.conflict.merged.text);
    }
    void write(html::Out&) const;
};

// Minutes that cannot be changed any more, said in a sentence.
struct MinutesLockedPage {
    std::string back{};
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto&, auto& visit) { visit("locked", true); }
    void write(html::Out&) const;
};

struct MinutesPageWish {
    std::optional<Id<MinutesPart>> editing{};
    std::vector<html::Problem> problems{};
    std::string typed_comment{}, typed_reason{}, typed_who{}, settled_id{};
};
MinutesPage minutes_page(const http::Request&, db::Session&, const User&, const MeetingInView&, const MeetingMinutes&,
                         const MinutesPageWish& = {});

bool sits_inside(const User&, const MeetingInView&, const std::optional<MinutesInView>&);
MeetingMinutes needed_minutes(db::Session&, const MeetingInView&);    // NotFound where there are none
// A part of these minutes, dropped or not; NotFound for any other.
MinutesPart part_asked(const http::Request&, db::Session&, const MeetingMinutes&);
std::optional<http::Response> locked_answer(const http::Request&, const MeetingMinutes&);
std::string minutes_at(const Meeting&, const std::string& rest = "");
const i18n::Texts& czech_texts(const http::Request&);

http::Response show_minutes(const http::Request&, Permit<may::ReadMeeting>);
http::Response export_minutes(const http::Request&, Permit<may::ReadMeeting>);
http::Response begin_minutes_now(const http::Request&, Permit<may::KeepMeeting>);
http::Response add_missing_items(const http::Request&, Permit<may::KeepMeeting>);
http::Response add_minutes_part(const http::Request&, Permit<may::KeepMeeting>);
http::Response edit_minutes_part(const http::Request&, Permit<may::KeepMeeting>);
http::Response save_minutes_part(const http::Request&, Permit<may::KeepMeeting>);
http::Response drop_minutes_part(const http::Request&, Permit<may::KeepMeeting>);
http::Response restore_minutes_part(const http::Request&, Permit<may::KeepMeeting>);
http::Response move_minutes_part(const http::Request&, Permit<may::KeepMeeting>);
http::Response follow_minutes(const http::Request&, Permit<may::TakePart>);
http::Response comment_on_minutes(const http::Request&, Permit<may::TakePart>);
http::Response settle_minutes_comment(const http::Request&, Permit<may::KeepMeeting>);
http::Response show_minutes_facts(const http::Request&, Permit<may::KeepMeeting>);
http::Response edit_minutes_facts(const http::Request&, Permit<may::KeepMeeting>);
http::Response show_task_at_part(const http::Request&, Permit<may::KeepMeeting>);
http::Response add_task_at_part(const http::Request&, Permit<may::KeepMeeting>);
http::Response show_decision_at_part(const http::Request&, Permit<may::KeepMeeting>);
http::Response add_decision_at_part(const http::Request&, Permit<may::KeepMeeting>);
http::Response show_minutes_step(const http::Request&, Permit<may::StepMinutes>);
http::Response take_minutes_step(const http::Request&, Permit<may::StepMinutes>);
http::Response compare_minutes(const http::Request&, Permit<may::TakePart>);
http::Response list_minutes(const http::Request&, Permit<may::ReadGroup>);
http::Response export_minutes_list(const http::Request&, Permit<may::ReadGroup>);

}
