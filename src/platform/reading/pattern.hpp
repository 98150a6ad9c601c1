// Regular expressions over plain small letters, compiled once; one that grows too costly finds nothing.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reading {

// A place where a pattern stands. Part 0 is the whole of it, the others are its groups; positions are bytes of the
// text.
class Found {
public:
    explicit Found(std::size_t parts) { parts_.reserve(parts); }

    void add(std::string_view text, std::size_t from) { parts_.push_back({std::string{text}, from}); }
    void add_missing() { parts_.push_back({{}, std::string::npos}); }

    std::size_t from(std::size_t part = 0) const { return parts_[part].from; }
    std::size_t to(std::size_t part = 0) const { return parts_[part].from + parts_[part].text.size(); }
    bool has(std::size_t part) const { return part < parts_.size() && parts_[part].from != std::string::npos; }
    const std::string& operator[](std::size_t part) const { return parts_[part].text; }
    int number(std::size_t part) const { return std::stoi(parts_[part].text); }

private:
    struct Part {
        std::string text;
        std::size_t from;
    };
    std::vector<Part> parts_{};
};

// In the syntax of Perl, over bytes: '^' and '$' stand at ends of lines, '.' is any byte.
class Pattern {
public:
    explicit Pattern(std::string_view expression);    // throws std::invalid_argument

    std::optional<Found> in(std::string_view text, std::size_t from = 0) const;
    std::vector<Found> all(std::string_view text) const;    // one after another, at most 10 000
    bool stands_in(std::string_view text) const;

private:
    class Compiled;
    std::shared_ptr<const Compiled> compiled_;
};

}
