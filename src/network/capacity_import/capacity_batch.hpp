// Some lines of a table against what stands: what each of them would change, and keeping that in one transaction.
#pragma once

#include "network/capacity_import/capacity_rows.hpp"
#include "network/services/agreed_capacity.hpp"
#include "network/services/availability.hpp"
#include "network/services/registered_capacity.hpp"

#include <set>

namespace network {

enum class LineOutcome { fresh, changed, same, above_whole };

class CapacityBatch {
public:
    CapacityBatch(db::Session& db, Instant now) : db_{db}, now_{now} {}

    // Lines of one number come in any order, but never meet.
    LineOutcome put(const CapacityLine&);
    // With history; what was put is then done.
    void keep(const Author&);

private:
    using Key = std::tuple<Id<Service>, std::string, std::string, std::string>;    // service, kind, form, unit
    template <class Number>
    struct Numbers {
        std::map<Key, std::vector<Number>> held{};    // earliest first, fresh ones among them
        std::map<Id<Number>, Number> fresh{};         // not in the database yet
        std::vector<Number> gone{};                   // no longer held
    };

    void read(Id<Service>);    // what stands of the service, once
    template <class Number>
    LineOutcome put_number(Numbers<Number>&, const Key&, Number wish);
    LineOutcome put_free(const CapacityLine&);
    template <class Number>
    void keep_numbers(const Author&, Numbers<Number>&);

    db::Session& db_;
    Instant now_;
    std::set<Id<Service>> read_;
    Numbers<RegisteredCapacity> registered_;
    Numbers<AgreedCapacity> agreed_;
    std::map<std::pair<Key, Date>, FreePlaces> reports_;    // those that stand, by day
    std::vector<FreePlaces> fresh_reports_;
    std::vector<std::pair<FreePlaces, FreePlaces>> changed_reports_;
};

}
