// The prepared statements of one connection, under the addresses of their texts: literals, so an address is a name.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>

namespace db {

template <class Prepared>
class StatementStore {
public:
    // The one kept, or one that make() prepares.  The text is compared too, in case somebody's text was no literal and
    // another stands there now.
    template <class Make>
    std::shared_ptr<Prepared> find(const char* sql, Make make) {
        auto place = kept_.find(sql);
        if (place != kept_.end() && place->second->text == sql) return place->second;
        // A program has some hundred statements.  Who has more makes texts at run time, and starts afresh.
        if (kept_.size() >= most) kept_.clear();
        return kept_[sql] = make();
    }
    void clear() { kept_.clear(); }
    bool empty() const { return kept_.empty(); }

private:
    static constexpr std::size_t most = 1000;
    std::unordered_map<const char*, std::shared_ptr<Prepared>> kept_;
};

}
