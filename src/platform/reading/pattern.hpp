// Regular expressions over plain small letters, compiled once; one that grows too costly finds nothing.
#pragma once

#include <boost/regex.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reading {

class Found {
public:
    explicit Found(const boost::match_results<std::string::const_iterator>& match, std::string::const_iterator begin) {
        for (auto& part : match) {
            parts_.push_back(part.matched ? std::optional<std::string>{part.str()} : std::nullopt);
            from_.push_back(part.matched ? std::size_t(part.first - begin) : std::string::npos);
        }
    }

    std::size_t from(std::size_t part = 0) const { return from_[part]; }
    std::size_t to(std::size_t part = 0) const { return from_[part] + parts_[part]->size(); }
    bool has(std::size_t part) const { return part < parts_.size() && parts_[part].has_value(); }
    const std::string& operator[](std::size_t part) const { return *parts_[part]; }
    int number(std::size_t part) const { return std::stoi(*parts_[part]); }

private:
    std::vector<std::optional<std::string>> parts_{};
    std::vector<std::size_t> from_{};
};

class Pattern {
public:
    explicit Pattern(const std::string& expression) : regex_{expression, boost::regex::perl | boost::regex::optimize} {}

    std::optional<Found> in(const std::string& text, std::size_t from = 0) const {
        boost::match_results<std::string::const_iterator> match;
        if (from > text.size()) return {};
        auto flags = boost::match_default | (from > 0 ? boost::match_prev_avail : boost::match_default);
        try {
            if (!boost::regex_search(text.begin() + std::ptrdiff_t(from), text.end(), match, regex_, flags)) return {};
        } catch (const std::runtime_error&) { return {}; }    // too costly: only a text made to be so
        return Found{match, text.begin()};
    }
    std::vector<Found> all(const std::string& text) const {
        std::vector<Found> found;
        for (std::size_t at = 0; found.size() < 10'000;) {
            auto one = in(text, at);
            if (!one) break;
            at = one->to() > one->from() ? one->to() : one->to() + 1;
            found.push_back(std::move(*one));
        }
        return found;
    }
    bool stands_in(const std::string& text) const { return in(text).has_value(); }

private:
    boost::regex regex_;
};

}
