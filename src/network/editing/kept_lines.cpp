// Takes away rows whose line is gone and adds those of new lines.
#include "network/editing/kept_lines.hpp"

#include "network/editing/removal.hpp"

namespace network {

std::vector<std::string> fresh_lines(const std::vector<std::string>& typed, const std::vector<std::string>& had) {
    auto left = had;
    std::vector<std::string> fresh;
    for (auto& line : typed) {
        auto known = std::ranges::find(left, line);
        if (known == left.end()) fresh.push_back(line);
        else left.erase(known);
    }
    return fresh;
}

bool keep_contact_lines(const Author& author, const char* owner_table, const Uuid& owner,
                        const std::vector<Contact>& had, const std::string& text) {
    auto typed = lines_of(text);
    auto left = gone(had, typed);
    for (auto& row : left) remove_contact(author, row, owner_table, owner, line_of(row));
    std::int64_t position = 0;
    for (auto& row : had) position = std::max(position, row.position);
    auto lines = fresh_lines(typed, lines_had(had));
    for (auto& line : lines) {
        auto contact = *read_contact_line(line);
        contact.owner_id = {owner}, contact.position = ++position;
        add(author, contact);
    }
    return !left.empty() || !lines.empty();
}

bool keep_opening_lines(const Author& author, Id<Service> service, std::optional<Id<Facility>> place,
                        const std::vector<OpeningTime>& had, const std::string& text, Date today) {
    auto typed = lines_of(text);
    auto left = gone(had, typed);
    for (auto& row : left) end_today(author, row, today, Service::table, service.uuid, "opening_time", line_of(row));
    auto lines = fresh_lines(typed, lines_had(had));
    for (auto& line : lines) {
        auto times = *read_opening_line(line);
        for (auto& time : times) {
            time.service_id = service, time.facility_id = place, time.validity.valid_from = today;
            add(author, time);
        }
    }
    return !left.empty() || !lines.empty();
}

namespace {

std::optional<std::string> list_of(const std::vector<std::string>& lines) {
    return lines.empty() ? std::nullopt : std::optional{text_of(lines)};
}

}

bool keep_room_lines(const Author& author, Id<Premises> premises, const std::vector<Room>& had, const std::string& text,
                     const char* kind) {
    auto typed = lines_of(text), stood = lines_had(had);
    if (typed == stood) return false;
    auto left = had;
    std::int64_t position = 0;
    for (auto& line : typed) {
        auto known = std::ranges::find(left, line, [](auto& room) { return line_of(room); });
        auto room = known != left.end() ? *known : *read_room_line(line);
        if (known == left.end()) known = std::ranges::find(left, room.name, &Room::name);
        room.premises_id = premises, room.position = ++position;
        if (known == left.end()) {
            add(author, room);
        } else {
            room.id = known->id;
            change(author, *known, room);
            left.erase(known);
        }
    }
    for (auto& room : left)
        if (!delete_row(author.work, room)) throw Conflict{};
    history::note(author, Premises::table, premises.uuid, kind, {{"rooms", list_of(stood), list_of(typed)}});
    history::count_up(author.work, Room::content);
    return true;
}
}
