// Real questions and names against a small invented region: what people type must bring what they mean.
#include "platform/search/fold.hpp"
#include "platform/search/index.hpp"
#include "tests/source_folder.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <gtest/gtest.h>

namespace {

using Cells = std::vector<std::string>;

Cells split(const std::string& line, char at) {
    Cells cells{""};
    for (auto letter : line)
        if (letter == at) cells.emplace_back();
        else cells.back() += letter;
    return cells;
}

std::vector<Cells> table(const std::string& name, std::size_t columns) {
    std::vector<Cells> rows;
    std::ifstream file{source_folder() + "/src/platform/search/" + name};
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#') continue;
        rows.push_back(split(line, ';'));
        EXPECT_GE(rows.back().size(), columns) << line;
    }
    return rows;
}

// id;name;provider;paragraph;type;place;groups;forms;description
const std::vector<Cells>& services() {
    static const auto rows = table("search_corpus.csv", 9);
    return rows;
}

const search::Index& index() {
    static const auto built = [] {
        search::IndexBuilder builder{search::czech(),
                                     {{"type", 3, true},
                                      {"name", 4, true},
                                      {"provider", 3, true},
                                      {"place", 3, true, true},
                                      {"groups", 1.5f},
                                      {"description", 1}}};
        for (auto& row : services()) {
            auto type = row[3] == "0" ? row[4] : "§ " + row[3] + " " + row[4];
            builder.add(std::uint32_t(std::stoul(row[0])),
                        std::array<std::string_view, 6>{type, row[1], row[2], row[5], row[6], row[8]});
        }
        return std::move(builder).build();
    }();
    return built;
}

const Cells& service(std::uint32_t id) {
    return *std::ranges::find_if(services(), [&](auto& row) { return row[0] == std::to_string(id); });
}

bool is(const Cells& row, const std::string& expected) {
    for (auto& condition : split(expected, '&')) {
        auto choices = split(condition, '|');
        auto met = std::ranges::any_of(choices, [&](auto& each) {
            if (each.starts_with("§")) return row[3] == each.substr(2);
            if (each.starts_with("@")) return row[5] == each.substr(1);
            return (row[1] + "\n" + row[2] + "\n" + row[8]).find(each) != std::string::npos;
        });
        if (!met) return false;
    }
    return true;
}

bool answered(const Cells& question) {
    auto found = index().find(question[0], {.limit = std::stoul(question[2])});
    return std::ranges::any_of(found.hits, [&](auto& hit) { return is(service(hit.id), question[1]); });
}

std::string first_found(const std::string& question) {
    std::string said;
    for (auto& hit : index().find(question, {.limit = 3}).hits) {
        auto& row = service(hit.id);
        said += " [§ " + row[3] + " " + row[1] + ", " + row[5] + "]";
    }
    return said.empty() ? " nothing" : said;
}

double hit_rate(bool held_out, std::size_t at_least) {
    std::size_t asked = 0, hits = 0;
    for (auto& question : table("questions.csv", 3)) {
        if ((question.size() > 3 && question[3] == "held_out") != held_out) continue;
        ++asked;
        if (answered(question)) ++hits;
        else
            std::cout << "not found: " << question[0] << " (" << question[1] << ") but" << first_found(question[0])
                      << "\n";
    }
    EXPECT_GE(asked, at_least);
    std::cout << hits << " of " << asked << (held_out ? " held-out" : "") << " questions answered\n";
    return double(hits) / double(std::max<std::size_t>(1, asked));
}

}

TEST(Questions, are_answered_among_the_first) { EXPECT_GE(hit_rate(false, 200), 0.95); }

// Written after the search was tuned and never tuned for: how well strangers' questions fare.
TEST(Questions, held_back_are_answered_as_well) { EXPECT_GE(hit_rate(true, 40), 0.80); }
