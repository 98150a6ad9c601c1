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

}
