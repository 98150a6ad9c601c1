// What the application opened once and handlers may use: the catalogue in memory, the job queue, the mail.
#pragma once

#include <stdexcept>
#include <string>
#include <typeindex>
#include <unordered_map>

namespace http {

class Shelf {
public:
    template <class Thing>
    void put(Thing& thing) {
        things_[typeid(Thing)] = &thing;
    }

    template <class Thing>
    Thing* find() const {
        auto found = things_.find(typeid(Thing));
        return found == things_.end() ? nullptr : static_cast<Thing*>(found->second);
    }

    template <class Thing>
    Thing& get() const {
        auto found = find<Thing>();
        if (!found) throw std::logic_error{std::string{"nobody opened "} + typeid(Thing).name()};
        return *found;
    }

private:
    std::unordered_map<std::type_index, void*> things_;
};

}
