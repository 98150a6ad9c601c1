// Writes rows of a service as lines and reads them back.
#include "network/editing/service_lines.hpp"

#include "network/facilities/opening_hours_text.hpp"
#include "network/providers/slug.hpp"
#include "platform/base/parts.hpp"

#include <algorithm>
#include <utility>

namespace network {

namespace {

std::pair<std::string, std::optional<std::string>> with_note(std::string_view line) {
    auto bar = line.find('|');
    if (bar == line.npos) return {std::string{text::trimmed(line)}, {}};
    auto note = text::trimmed(line.substr(bar + 1));
    return {std::string{text::trimmed(line.substr(0, bar))},
            note.empty() ? std::nullopt : std::optional{std::string{note}}};
}

std::string line_with_note(std::string line, const std::optional<std::string>& note) {
    std::ranges::replace(line, '\n', ' ');
    line = text::trimmed(line);
    std::string one_line = note.value_or("");
    std::ranges::replace(one_line, '\n', ' ');
    one_line = text::trimmed(one_line);
    if (one_line.empty()) return line;
    return line.empty() ? "| " + one_line : line + " | " + one_line;
}

}

std::vector<std::string> lines_of(std::string_view text) { return text::parted(text, "\n"); }

std::string text_of(const std::vector<std::string>& lines) { return text::joined(lines, "\n"); }

// --- opening times ---------------------------------------------------------------------------------------------------

namespace {

constexpr std::array<std::string_view, 7> czech_days{"Po", "Út", "St", "Čt", "Pá", "So", "Ne"};
constexpr std::string_view by_appointment = "po domluvě", nonstop = "nonstop";

std::string days_text(const OpeningTime& time) {
    std::string text;
    for (std::size_t day = 0; day < 7; ++day) {
        if (!time.on(weekdays[day])) continue;
        auto last = day;
        while (last + 1 < 7 && time.on(weekdays[last + 1])) ++last;
        text += (text.empty() ? "" : ", ") + std::string{czech_days[day]};
        if (last > day) text += "–" + std::string{czech_days[last]};
        day = last;
    }
    return text;
}

bool take_word(std::string& text, std::string_view word) {
    auto at = text.find(word);
    if (at == text.npos) return false;
    text = text::trimmed(text.substr(0, at) + text.substr(at + word.size()));
    while (text.ends_with(',')) text = text::trimmed(std::string_view{text}.substr(0, text.size() - 1));
    return true;
}

// Days without times: the hours are not known.
std::optional<std::string> days_only(const std::string& text) {
    auto times = parse_opening_hours(text + " 1.00–2.00");
    if (!times || times->size() != 1) return {};
    return times->front().days;
}

std::optional<std::vector<OpeningTime>> read_days_and_hours(const std::string& text) {
    auto digit = text.find_first_of("0123456789");
    auto days = text::trimmed(std::string_view{text}.substr(0, digit));
    std::vector<OpeningTime> times;
    for (auto& span : text::parted(days, ",")) {
        std::vector<OpeningTime> read;
        if (digit == text.npos) {
            auto only = days_only(span);
            if (!only) return {};
            read.emplace_back().days = *only;
        } else {
            auto found = parse_opening_hours(span + " " + text.substr(digit));
            if (!found) return {};
            read = *found;
        }
        for (auto& time : read) {
            auto same = std::ranges::find_if(times, [&](auto& other) {
                return other.opens_at == time.opens_at && other.closes_at == time.closes_at;
            });
            if (same == times.end()) times.push_back(time);
            else same->days += "," + time.days;
        }
    }
    if (times.empty()) return {};
    return times;
}

}

std::string line_of(const OpeningTime& time) {
    auto line = days_text(time);
    auto add = [&](const std::string& more, const char* between) { line += (line.empty() ? "" : between) + more; };
    if (time.opens_at && time.closes_at) add(to_czech_time(*time.opens_at) + "–" + to_czech_time(*time.closes_at), " ");
    if (time.times_a_week) add(std::to_string(*time.times_a_week) + "× týdně", ", ");
    if (time.nonstop) add(std::string{nonstop}, ", ");
    if (time.by_appointment) add(std::string{by_appointment}, ", ");
    return line_with_note(line, time.note);
}

std::optional<std::vector<OpeningTime>> read_opening_line(std::string_view line) {
    auto [what, note] = with_note(line);
    OpeningTime words;
    words.by_appointment = take_word(what, by_appointment);
    words.nonstop = take_word(what, nonstop);
    words.note = note;
    std::vector<OpeningTime> times;
    if (auto often = parse_times_a_week(what)) {
        times.emplace_back().times_a_week = often;
    } else if (what.empty()) {
        if (!words.by_appointment && !words.nonstop && !note) return {};
        times.emplace_back();
    } else {
        auto read = read_days_and_hours(what);
        if (!read) return {};
        times = *read;
    }
    for (auto& time : times) time.by_appointment = words.by_appointment, time.nonstop = words.nonstop, time.note = note;
    return times;
}

// --- contacts and steps ----------------------------------------------------------------------------------------------

namespace {

bool only_of(std::string_view text, std::string_view letters) { return text.find_first_not_of(letters) == text.npos; }

// Seven letters and digits, as data boxes are named.
bool is_data_box(std::string_view text) {
    return text.size() == 7 && only_of(text, "abcdefghijklmnopqrstuvwxyz0123456789") && !only_of(text, "0123456789");
}

}

std::string line_of(const Contact& contact) { return line_with_note(contact.value, contact.label); }

std::optional<Contact> read_contact_line(std::string_view line) {
    Contact contact;
    auto [value, label] = with_note(line);
    contact.value = value, contact.label = label;
    if (value.empty()) return {};
    auto at = value.find('@');
    if (at != value.npos) {
        if (at == 0 || value.find('.', at) == value.npos || value.find(' ') != value.npos) return {};
        contact.kind = "email";
    } else if (only_of(value, "+0123456789 ()/-,")) {
        if (std::ranges::count_if(value, [](char c) { return c >= '0' && c <= '9'; }) < 3) return {};
        contact.kind = "phone";
    } else if (is_data_box(value)) {
        contact.kind = "data_box";
    } else if (value.find(' ') == value.npos && value.find('.') != value.npos &&
               (value.find("://") == value.npos || value.starts_with("http://") || value.starts_with("https://"))) {
        contact.kind = "web";
    } else {
        return {};
    }
    return contact;
}

std::string line_of(const ServiceStep& step) { return line_with_note(step.title, step.explanation); }

ServiceStep read_step_line(std::string_view line) {
    ServiceStep step;
    auto [title, explanation] = with_note(line);
    step.title = title, step.explanation = explanation;
    if (step.title.empty()) step.title = explanation.value_or(""), step.explanation.reset();
    return step;
}

// --- rooms -----------------------------------------------------------------------------------------------------------

namespace {

// Words that tell the kind of a room; the first one of each is the one we write.
constexpr std::pair<std::string_view, std::string_view> room_kinds[] = {
    {"accessible_wc", "bezbariérové WC"},
    {"wc", "WC"},
    {"wc", "záchod"},
    {"shower", "sprcha"},
    {"bathroom", "koupelna"},
    {"kitchen", "kuchyň"},
    {"kitchen", "kuchyňka"},
    {"kitchen", "kuchyně"},
    {"workshop", "dílna"},
    {"rest", "odpočinek"},
    {"rest", "odpočinková"},
    {"common", "společenská místnost"},
    {"common", "obývací pokoj"},
    {"bedroom", "pokoj"},
    {"counselling", "poradna"},
    {"office", "kancelář"},
    {"storage", "sklad"},
};
constexpr std::string_view not_counted = "nepočítá se";

std::optional<std::string> kind_named(std::string_view word) {
    for (auto& [code, name] : room_kinds)
        if (slug_of(name) == slug_of(word)) return std::string{code};
    return {};
}

std::string_view word_of_kind(std::string_view code) {
    for (auto& [known, word] : room_kinds)
        if (known == code) return word;
    return code;
}

std::optional<std::string> kind_told_by(const std::string& name) {
    auto words = "-" + slug_of(name) + "-";
    for (auto& [code, word] : room_kinds)
        if (words.find("-" + slug_of(word) + "-") != words.npos) return std::string{code};
    return {};
}

bool says_not_counted(std::string_view text) { return slug_of(text) == slug_of(not_counted); }

// Takes the brackets or the words behind the last comma off the name, where they say something of the room.
bool take_last_words(Room& room) {
    auto& name = room.name;
    bool brackets = name.ends_with(')');
    auto at = brackets ? name.rfind('(') : name.rfind(',');
    if (at == name.npos || at == 0) return false;
    for (auto& word : text::parted(name.substr(at + 1, brackets ? name.size() - at - 2 : name.npos), ",")) {
        auto kind = brackets ? kind_named(word) : std::nullopt;
        if (kind) room.kind = kind;
        else if (says_not_counted(word)) room.declared = false;
        else return false;
    }
    name = text::trimmed(name.substr(0, at));
    return true;
}

}

std::string line_of(const Room& room) {
    auto line = room.name;
    if (room.kind && room.kind != kind_told_by(room.name)) line += " (" + std::string{word_of_kind(*room.kind)} + ")";
    if (!room.declared) line += ", " + std::string{not_counted};
    return line_with_note(line, room.note);
}

std::optional<Room> read_room_line(std::string_view line) {
    auto [name, note] = with_note(line);
    Room room;
    room.name = name, room.note = note;
    while (take_last_words(room)) {}
    if (room.name.empty() || says_not_counted(room.name)) return {};
    if (!room.kind) room.kind = kind_told_by(room.name);
    return room;
}

std::string room_kind_words() {
    std::string words, last;
    for (auto& [code, word] : room_kinds)
        if (std::exchange(last, code) != code) words += (words.empty() ? "" : ", ") + std::string{word};
    return words;
}

// --- territory -------------------------------------------------------------------------------------------------------

std::string line_of(const Coverage& coverage, const Territory& territory) {
    auto name = territory.name(coverage.level, coverage.code);
    bool known = name != coverage.code;
    std::string line = coverage.level + ":" + coverage.code;
    if (coverage.level == "country") line = "celá republika";
    else if (known && coverage.level == "orp") line = "ORP " + name;
    else if (known && coverage.level == "pou") line = "POÚ " + name;
    else if (known && coverage.level == "municipality" && territory.find_municipalities(name).size() == 1)
        line = "obec " + name;
    else if (known && (coverage.level == "area" || coverage.level == "region")) line = name;
    return coverage.note && coverage.note->find_first_of(";\n|") == std::string::npos
               ? line_with_note(line, coverage.note)
               : line;
}

std::vector<std::string> coverage_wordings(std::string_view text) {
    std::string one_line{text};
    std::ranges::replace(one_line, '\n', ';');
    return text::parted(one_line, ";");
}

namespace {

Coverage of(const char* level, const std::string& code) {
    Coverage coverage;
    coverage.level = level, coverage.code = code;
    return coverage;
}

bool is_known(const Coverage& coverage, const Territory& territory) {
    return coverage.level == "country" || territory.name(coverage.level, coverage.code) != coverage.code;
}

CoverageRead only_one(const std::vector<const Municipality*>& towns) {
    if (towns.empty()) return {{}, "edit.coverage.unknown"};
    if (towns.size() > 1) return {{}, "edit.coverage.several"};
    return {of("municipality", towns.front()->code), nullptr};
}

std::optional<Coverage> own_area_or_region(std::string_view name, const Territory& territory) {
    for (auto& area : territory.areas())
        if (area.code == name || slug_of(area.name) == name) return of("area", area.code);
    for (auto& region : territory.regions())
        if (slug_of(region.name) == name || slug_of("kraj " + region.name) == name) return of("region", region.code);
    return {};
}

CoverageRead read_place(const std::string& wording, const Territory& territory) {
    auto name = slug_of(wording);
    if (wording.find(':') != wording.npos) {
        auto read = parse_coverages(wording);
        if (!read || read->size() != 1 || !is_known(read->front(), territory)) return {{}, "edit.coverage.unknown"};
        return {read->front(), nullptr};
    }
    if (name == "cela-republika" || name == "cr") return {of("country", "CZ"), nullptr};
    if (name.starts_with("orp-")) {
        auto orp = territory.find_orp(wording);
        if (!orp) return {{}, "edit.coverage.unknown"};
        return {of("orp", orp->code), nullptr};
    }
    if (name.starts_with("pou-")) {
        for (auto& district : territory.districts())
            if (district.kind == "pou" && slug_of(district.name) == name.substr(4))
                return {of("pou", district.code), nullptr};
        return {{}, "edit.coverage.unknown"};
    }
    if (name.starts_with("obec-")) return only_one(territory.find_municipalities(name.substr(5)));
    if (auto own = own_area_or_region(name, territory)) return {own, nullptr};
    auto towns = territory.find_municipalities(wording);
    // Jilemnice is a town and a district: the person says which.
    if (!towns.empty() && territory.find_orp(wording)) return {{}, "edit.coverage.town_or_district"};
    return only_one(towns);
}

}

CoverageRead read_coverage(std::string_view wording, const Territory& territory) {
    auto [place, note] = with_note(wording);
    auto read = read_place(place, territory);
    if (read.coverage) read.coverage->note = note;
    return read;
}

}
