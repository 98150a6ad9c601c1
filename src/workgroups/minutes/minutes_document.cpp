// Puts minutes together out of their records.
#include "workgroups/minutes/minutes_document.hpp"

#include "platform/base/parts.hpp"
#include "platform/search/fold.hpp"
#include "platform/time/time_of_day.hpp"
#include "workgroups/events/event_words.hpp"
#include "workgroups/minutes/minutes_numbering.hpp"

#include <fmt/format.h>
#include <sodium.h>

namespace workgroups {

std::vector<std::string> MinutesDocument::texts_of(const std::string& kind) const {
    std::vector<std::string> texts;
    for (auto& piece : pieces)
        if (piece.kind == kind) texts.push_back(piece.text);
    return texts;
}

std::optional<std::int64_t> item_number(const MinutesPart& part, const std::vector<AgendaItem>& agenda) {
    if (!part.agenda_item_id) return {};
    for (std::size_t n = 0; n < agenda.size(); ++n)
        if (agenda[n].id == *part.agenda_item_id) return std::int64_t(n + 1);
    return {};
}

std::string shown_label(const MeetingMinutes& minutes, const MinutesPart& part, const std::vector<AgendaItem>& agenda) {
    if (part.label) return *part.label;
    auto number = item_number(part, agenda);
    return number && !part.about_group_id ? label_in_style(minutes.label_style, *number) : "";
}

namespace {

// What stands before the words of an item of a list; npos where the line is none.
std::size_t after_dash(std::string_view line) {
    for (std::string_view dash : {"- ", "– ", "• ", "· ", "* "})
        if (line.starts_with(dash)) return dash.size();
    return std::string_view::npos;
}

}

std::vector<BodyPiece> pieces_of_body(const std::string& body) {
    std::vector<BodyPiece> pieces;
    bool open = false;
    for (auto& whole : text::parted("\n" + body + "\n ", "\n\n")) {
        open = false;
        for (auto& line : text::parted(whole, "\n")) {
            auto words = after_dash(line);
            if (words != std::string_view::npos)
                pieces.push_back({true, std::string{text::trimmed(std::string_view{line}.substr(words))}}),
                    open = false;
            else if (open) pieces.back().text += "\n" + line;
            else pieces.push_back({false, line}), open = true;
        }
    }
    return pieces;
}

std::optional<std::size_t> told_in(const PlanningEvent& event, const std::vector<MinutesPart>& parts) {
    auto sentence = search::fold(event.source_text.value_or("")), name = search::fold(event.title);
    for (auto& words : {sentence, name}) {
        if (words.empty()) continue;
        for (std::size_t n = 0; n < parts.size(); ++n)
            if (search::fold(parts[n].heading + "\n" + parts[n].body).find(words) != std::string::npos) return n;
    }
    return {};
}

std::string event_line(const PlanningEvent& event, const i18n::Texts& texts) {
    auto when = time_words(event.first_day, event.last_day, event.from_minute, event.to_minute, texts);
    return when + ": " + text::joined(std::vector{event_name(event, texts), place_words(event, "")});
}

namespace {

struct DocumentMaker {
    db::Session& db;
    const WorkingGroup& group;
    const Meeting meeting;    // at its place
    const MeetingMinutes& minutes;
    const i18n::Texts& texts;
    const HiddenNames* hidden = nullptr;    // nothing: the whole
    MinutesDocument document{};

    // What people wrote, as everybody who reads may read it.
    std::string said(const std::string& typed) const {
        if (!hidden) return typed;
        return hidden->without(typed, texts.text("minutes.copy.user"), texts.text("minutes.copy.member"));
    }
    void add(std::string kind, std::string text, std::string label = {}, std::string more = {}) {
        if (!text.empty())
            document.pieces.push_back({std::move(kind), std::move(text), std::move(label), std::move(more)});
    }
    void fact(const char* key, const std::string& text) { add("fact", text, texts.text(key)); }

    void head() {
        document.title = group.name;
        if (minutes.programme) {
            add("publicity", texts.text("minutes.publicity.eu"));
            add("publicity", *minutes.programme);
        }
        add("head", full_name(group), texts.text("minutes.title"));
        auto when = to_czech(meeting.day);
        if (meeting.from_minute) {
            when += ", " + to_czech(TimeOfDay{std::int16_t(*meeting.from_minute)});
            if (meeting.to_minute) when += "–" + to_czech(TimeOfDay{std::int16_t(*meeting.to_minute)});
        }
        if (meeting.title) fact("minutes.fact.meeting", *meeting.title);
        fact("minutes.fact.when", when);
        fact("minutes.fact.where",
             said(meeting.place.value_or(meeting.online_address ? texts.text("minutes.online") : "")));
    }

    // Names where they may stand, and how many there are beside them.
    void people(const char* key, const char* status, const std::vector<Attendance>& all) {
        std::vector<std::string> names;
        std::int64_t nameless = 0;
        for (auto& one : all) {
            if (one.status != status) continue;
            if (hidden && !hidden->shows(one.name)) ++nameless;
            else names.push_back(one.organisation && !hidden ? one.name + " (" + *one.organisation + ")" : one.name);
        }
        auto words = text::joined(names);
        if (nameless > 0)
            words =
                text::joined(std::vector{words, texts.text(names.empty() ? "minutes.copy.people" : "minutes.copy.more",
                                                           {std::to_string(nameless)}, nameless)});
        fact(key, words);
    }

    void attendance() {
        auto all = attendance_of(db, meeting.id);
        people("minutes.fact.present", "present", all), people("minutes.fact.guests", "guest", all);
        people("minutes.fact.apologised", "apologised", all), people("minutes.fact.absent", "absent", all);
        if (meeting.attendance_note && !hidden) fact("minutes.fact.attendance", *meeting.attendance_note);
    }

    std::string owner_of(const Task& task) const {
        auto owner = task.owner_id ? find_planner(db, *task.owner_id) : std::nullopt;
        return said(owner ? owner->name : task.owner_text.value_or(""));
    }
    void given_at(const std::optional<Id<AgendaItem>>& item, const std::vector<Decision>& decisions,
                  const std::vector<Task>& tasks) {
        for (auto& decision : decisions)
            if (decision.agenda_item_id == item) add("decision", said(decision.body), decision.number);
        for (auto& task : tasks)
            if (task.agenda_item_id == item)
                add("task", said(task.body), owner_of(task),
                    task.due_on ? to_czech(*task.due_on) : said(task.due_text.value_or("")));
    }

    void body_of(const MinutesPart& part) {
        for (auto& piece : pieces_of_body(part.body)) add(piece.item ? "item" : "paragraph", said(piece.text));
    }

    // An item of which nothing was written looks like something lost.  A heading alone may lead to what follows.
    void say_if_bare() {
        if (document.pieces.back().kind == "part") add("paragraph", texts.text("minutes.part.no_words"));
    }

    void parts() {
        auto agenda = agenda_of(db, meeting.id);
        auto all = parts_of(db, minutes.id);
        auto decisions = decisions_of(db, meeting.id);
        auto tasks = tasks_given_at(db, meeting.id);
        std::vector<Id<AgendaItem>> told;
        for (std::size_t n = 0; n < all.size(); ++n) {
            auto& part = all[n];
            auto label = shown_label(minutes, part, agenda);
            if (part.about_group_id) {
                auto about = find_group(db, *part.about_group_id);
                add("report", said(part.heading.empty() && about ? about->name : part.heading));
            } else add("part", said(part.heading.empty() ? label : part.heading), part.heading.empty() ? "" : label);
            body_of(part);
            // What was given at an item stands behind the last part of it.
            if (!part.agenda_item_id) continue;
            auto later = std::any_of(all.begin() + std::ptrdiff_t(n + 1), all.end(),
                                     [&](auto& other) { return other.agenda_item_id == part.agenda_item_id; });
            if (later) continue;
            given_at(part.agenda_item_id, decisions, tasks), told.push_back(*part.agenda_item_id);
            if (n + 1 == all.size() || all[n + 1].agenda_item_id) say_if_bare();
        }
        // Items that no part is about, and what belongs to none.
        std::erase_if(decisions,
                      [&](auto& one) { return one.agenda_item_id && std::ranges::count(told, *one.agenda_item_id); });
        std::erase_if(tasks,
                      [&](auto& one) { return one.agenda_item_id && std::ranges::count(told, *one.agenda_item_id); });
        for (auto& one : decisions) one.agenda_item_id.reset();
        for (auto& one : tasks) one.agenda_item_id.reset();
        if (!decisions.empty() || !tasks.empty()) add("part", texts.text("minutes.given"));
        given_at({}, decisions, tasks);
    }

    // Those of which no part speaks; strangers read of public ones.
    void events() {
        auto all = parts_of(db, minutes.id);
        bool begun = false;
        for (auto& event : events_told_at(db, meeting.id)) {
            if (told_in(event, all) || (hidden && !event.published)) continue;
            if (!begun) add("part", texts.text("minutes.events"));
            begun = true, add("item", said(event_line(event, texts)));
        }
    }

    void close() {
        std::vector<std::string> words;
        if (minutes.recorded_on || minutes.recorded_by || minutes.recorded_in) {
            auto by = minutes.recorded_by.value_or("");
            if (hidden && group.names_shown == "nobody") by.clear();
            words.push_back(text::joined(std::vector{minutes.recorded_in.value_or(""),
                                                     minutes.recorded_on ? to_czech(*minutes.recorded_on) : ""}));
            if (!by.empty()) words.push_back(texts.text("minutes.recorded_by.line", {said(by)}));
        }
        auto verifier = minutes.verifier_id ? find_planner(db, *minutes.verifier_id) : std::nullopt;
        if (verifier && (!hidden || hidden->shows(verifier->name)))
            words.push_back(texts.text("minutes.verifier.line", {verifier->name}));
        add("close", text::joined(words));
        if (minutes.project_title) add("foot", *minutes.project_title, texts.text("minutes.project_title"));
        if (minutes.project_number) add("foot", *minutes.project_number, texts.text("minutes.project_number"));
        if (minutes.project_term) add("foot", *minutes.project_term, texts.text("minutes.project_term"));
    }

    MinutesDocument made() {
        head(), attendance(), parts(), events(), close();
        return std::move(document);
    }
};

}

MinutesDocument whole_document(db::Session& db, const WorkingGroup& group, const Meeting& meeting,
                               const MeetingMinutes& minutes, const i18n::Texts& czech) {
    return DocumentMaker{db, group, at_its_place(db, meeting), minutes, czech}.made();
}

MinutesDocument public_document(db::Session& db, const WorkingGroup& group, const Meeting& meeting,
                                const MeetingMinutes& minutes, const i18n::Texts& czech, Date today) {
    auto hidden = HiddenNames::read(db, group, meeting, today);
    return DocumentMaker{db, group, at_its_place(db, meeting), minutes, czech, &hidden}.made();
}

namespace {

std::string escaped_cell(const std::string& text) {
    std::string out;
    for (char c : text)
        if (c == '\\') out += "\\\\";
        else if (c == '\t') out += "\\t";
        else if (c == '\n') out += "\\n";
        else out += c;
    return out;
}

std::string plain_cell(std::string_view text) {
    std::string out;
    for (std::size_t n = 0; n < text.size(); ++n) {
        if (text[n] != '\\' || n + 1 == text.size()) out += text[n];
        else ++n, out += text[n] == 't' ? '\t' : text[n] == 'n' ? '\n' : text[n];
    }
    return out;
}

}

std::string document_text(const MinutesDocument& document) {
    auto text = "title\t" + escaped_cell(document.title) + "\n";
    for (auto& piece : document.pieces)
        text += piece.kind + "\t" + escaped_cell(piece.text) + "\t" + escaped_cell(piece.label) + "\t" +
                escaped_cell(piece.more) + "\n";
    return text;
}

MinutesDocument document_from(const std::string& text) {
    MinutesDocument document;
    std::string_view rest = text;
    while (!rest.empty()) {
        auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        std::vector<std::string> cells;
        while (true) {
            auto end = line.find('\t');
            cells.push_back(plain_cell(line.substr(0, end)));
            if (end == line.npos) break;
            line.remove_prefix(end + 1);
        }
        cells.resize(4);
        if (cells[0] == "title") document.title = cells[1];
        else document.pieces.push_back({cells[0], cells[1], cells[2], cells[3]});
    }
    return document;
}

std::string sha256_hex(const std::string& bytes) {
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    std::string hex;
    for (auto byte : hash) hex += fmt::format("{:02x}", byte);
    return hex;
}

}
