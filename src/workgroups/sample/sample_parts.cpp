// Reads the tables that the program carries for the demonstration region.
#include "workgroups/sample/sample_parts.hpp"

#include "platform/base/csv.hpp"
#include "workgroups/workgroups.hpp"

#include <sstream>

namespace workgroups {

std::vector<SampleLine> sample_lines(const std::string& name) {
    auto path = "workgroups/data/sample/" + name + ".csv";
    std::vector<SampleLine> lines;
    for (auto& file : files()) {
        if (file.path != path) continue;
        std::istringstream in{std::string{file.bytes}};
        csv::Reader table{in, {}};
        while (auto row = table.next()) {
            auto& line = lines.emplace_back();
            for (std::size_t n = 0; n < row->size(); ++n) line[table.header()[n]] = (*row)[n];
        }
    }
    if (lines.empty()) throw std::runtime_error{"the program carries no table " + path};
    return lines;
}

std::optional<std::string> something(const std::string& cell) {
    return cell.empty() ? std::nullopt : std::optional{cell};
}

Id<Decision> add_sample_decision(const history::Author& author, Decision& decision) {
    if (author.work.maybe<std::int64_t>("SELECT 1 FROM decisions WHERE group_id = $1 AND number = $2",
                                        decision.group_id, decision.number))
        decision.number.clear();
    return add_decision(author, decision);
}

}
