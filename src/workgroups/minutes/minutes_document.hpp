// Minutes as a document: pieces one after another, of which the page for strangers and all files are made.
#pragma once

#include "workgroups/events/planning_event.hpp"
#include "workgroups/groups/group_words.hpp"
#include "workgroups/minutes/hidden_names.hpp"
#include "workgroups/minutes/minutes_records.hpp"
#include "workgroups/tasks/task.hpp"

namespace workgroups {

struct DocumentPiece {
    // publicity: a line of who pays; head: the name of the document; fact: label and text; part: an item of the agenda
    // with its label; report: of a group, within a part; decision: label is its number; task: label is who, more is
    // till when; close: recorded by, on, in; foot: a line of the project
    std::string kind{};
    std::string text{};
    std::string label{};
    std::string more{};
    bool operator==(const DocumentPiece&) const = default;
    static void each_field(auto& piece, auto& visit) {
        visit("kind", piece.kind), visit("text", piece.text), visit("label", piece.label), visit("more", piece.more);
    }
};

struct MinutesDocument {
    std::string title{};    // of the group
    std::string language = "cs";
    std::vector<DocumentPiece> pieces{};

    std::string head_title() const { return title; }
    std::vector<std::string> texts_of(const std::string& kind) const;
};

// What the label of a part is: as it stood in the document, otherwise by the item's place and the style.
std::string shown_label(const MeetingMinutes&, const MinutesPart&, const std::vector<AgendaItem>&);
std::optional<std::int64_t> item_number(const MinutesPart&, const std::vector<AgendaItem>&);

// Paragraphs between empty lines; lines that begin with - , – , • or · are items of a list.
struct BodyPiece {
    bool item = false;
    std::string text{};
};
std::vector<BodyPiece> pieces_of_body(const std::string& body);

// Which part speaks of an event: the one with its sentence or its name; nothing: no part does.
std::optional<std::size_t> told_in(const PlanningEvent&, const std::vector<MinutesPart>&);
// „9. 3. 2027, 9.00–12.00: Setkání služeb, 3. ročník, Maják, Liberec“
std::string event_line(const PlanningEvent&, const i18n::Texts&);

// The whole, for those who sit in the group.  Texts are Czech, whatever the reader's language.
MinutesDocument whole_document(db::Session&, const WorkingGroup&, const Meeting&, const MeetingMinutes&,
                               const i18n::Texts& czech);
// For strangers: without hidden names.
MinutesDocument public_document(db::Session&, const WorkingGroup&, const Meeting&, const MeetingMinutes&,
                                const i18n::Texts& czech, Date today);

// One piece a line, and back.
std::string document_text(const MinutesDocument&);
MinutesDocument document_from(const std::string&);

// Files of it.  Hashes are of the Markdown.
std::string minutes_markdown(const MinutesDocument&);
std::string minutes_html(const MinutesDocument&, const std::string& title);
std::string minutes_docx(const MinutesDocument&, const i18n::Texts& czech, Instant made_at);
std::string minutes_odt(const MinutesDocument&, const i18n::Texts& czech, Instant made_at);
std::string minutes_pdf(const MinutesDocument&, const i18n::Texts& czech, Instant made_at);
std::string sha256_hex(const std::string& bytes);

}
