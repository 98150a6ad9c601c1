#include "workgroups/minutes_reading/minutes_facts.hpp"

#include "platform/base/json.hpp"
#include "workgroups/minutes_reading/minutes_readers.hpp"

namespace workgroups {

MinutesFacts minutes_facts(const reading::TextDocument& document) {
    MinutesSource source{document};
    MinutesFacts facts;
    read_date_and_time(source, facts);
    read_group(source, facts);
    read_place(source, facts);
    read_writer(source, facts);
    read_attendance(source, facts);
    read_agenda(source, facts);
    read_schedule(source, facts);
    read_tasks(source, facts);
    read_events(source, facts);
    read_numbers(source, facts);
    read_reports(source, facts);
    return facts;
}

namespace {

std::vector<std::size_t> lines_at(const reading::Place& at) { return {at.first, at.last}; }

std::optional<std::string> text_or_null(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional{text};
}

std::optional<std::string> text_or_null(const std::optional<SaidText>& said) {
    return said ? std::optional{said->text} : std::nullopt;
}

std::optional<std::string> day_or_null(const std::optional<Date>& day) {
    return day ? std::optional{to_iso(*day)} : std::nullopt;
}

std::vector<std::string> texts_of(const std::vector<SaidText>& list) {
    std::vector<std::string> texts;
    for (auto& one : list) texts.push_back(one.text);
    return texts;
}

void write_places(JsonWriter& out, const MinutesFacts& facts) {
    out.object("places", [&] {
        auto one = [&](const char* name, const auto& said) {
            if (said) out(name, lines_at(said->at));
        };
        one("group", facts.group), one("place", facts.place), one("date", facts.date),
            one("start_time", facts.start_time), one("end_time", facts.end_time);
        one("minutes_by", facts.minutes_by), one("minutes_date", facts.minutes_date);
        auto list = [&](const char* name, const auto& said) {
            std::vector<std::vector<std::size_t>> all;
            for (auto& each : said) all.push_back(lines_at(each.at));
            out(name, all);
        };
        list("present", facts.present), list("excused", facts.excused), list("agenda", facts.agenda),
            list("schedule", facts.schedule);
        list("paragraphs", facts.paragraphs), list("registration_numbers", facts.registration_numbers);
    });
}

}

std::string to_json(const MinutesFacts& facts) {
    JsonWriter out;
    out.object([&] {
        out("group", text_or_null(facts.group)), out("group_aliases", facts.group_aliases),
            out("title", text_or_null(facts.title));
        out("resolution_number", text_or_null(facts.resolution_number)), out("place", text_or_null(facts.place));
        out("date", facts.date ? std::optional{to_iso(facts.date->day)} : std::nullopt);
        out("start_time", facts.start_time ? std::optional{to_iso(facts.start_time->time)} : std::nullopt);
        out("end_time", facts.end_time ? std::optional{to_iso(facts.end_time->time)} : std::nullopt);
        out("present", texts_of(facts.present)), out("excused", texts_of(facts.excused)),
            out("absent", texts_of(facts.absent)), out("guests", texts_of(facts.guests));
        out("agenda", texts_of(facts.agenda));
        out.list("tasks", [&] {
            for (auto& task : facts.tasks)
                out.object([&] {
                    out("text", task.text), out("responsible", text_or_null(task.responsible)),
                        out("due", day_or_null(task.due)), out("at", lines_at(task.at));
                    out.given("responsible_printed", task.responsible_printed);
                });
        });
        out.list("events", [&] {
            for (auto& event : facts.events)
                out.object([&] {
                    out("title", event.title), out("date", to_iso(event.date)), out("end", day_or_null(event.end)),
                        out("place", text_or_null(event.place)), out("at", lines_at(event.at));
                });
        });
        std::vector<std::string> days, cancelled;
        for (auto& one : facts.schedule) days.push_back(to_iso(one.day));
        for (auto& one : facts.cancelled) cancelled.push_back(to_iso(one.day));
        out("schedule", days), out("cancelled", cancelled);
        out.object("schedule_times", [&] {
            for (auto& one : facts.schedule)
                if (one.time) out(to_iso(one.day).c_str(), to_iso(*one.time));
        });
        out("paragraphs", texts_of(facts.paragraphs)),
            out("registration_numbers", texts_of(facts.registration_numbers)), out("amounts_czk", facts.amounts_czk);
        out("decisions", texts_of(facts.decisions)), out("numbering_slips", texts_of(facts.numbering_slips));
        out.list("votes", [&] {
            for (auto& vote : facts.votes)
                out.object([&] {
                    out("for", vote.in_favour), out("against", vote.against), out("abstained", vote.abstained);
                });
        });
        out.list("reports", [&] {
            for (auto& report : facts.reports)
                out.object([&] {
                    out("group", report.group), out("by", text_or_null(report.by)), out("members", report.members);
                });
        });
        out.list("milestones", [&] {
            for (auto& one : facts.milestones) {
                std::vector<std::optional<std::string>> parts = {text_or_null(one.from), text_or_null(one.to),
                                                                 text_or_null(one.text)};
                out.object([&] {
                    out("from", parts[0]), out("to", parts[1]), out("text", parts[2]), out("at", lines_at(one.at));
                });
            }
        });
        out.list("projects", [&] {
            for (auto& one : facts.projects)
                out.object([&] {
                    out("name", one.name), out("registration_number", text_or_null(one.registration_number)),
                        out("start", text_or_null(one.start)), out("end", text_or_null(one.end));
                });
        });
        out("minutes_by", text_or_null(facts.minutes_by));
        out("minutes_date", facts.minutes_date ? std::optional{to_iso(facts.minutes_date->day)} : std::nullopt);
        write_places(out, facts);
    });
    return out.take();
}

}
