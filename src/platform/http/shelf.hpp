// What the application opened once and handlers may use: the catalogue in memory, the job queue, the mail.
#pragma once

#include <stdexcept>
#include <typeindex>
#include <unordered_map>

namespace http {

class Shelf {
public:
    template <class Thing>
    void put(Thing& thing) { things_[typeid(Thing)] = &thing; }

    template <class Thing>
    Thing& get() const {
        auto found = things_.find(typeid(Thing));
        if (found == things_.end()) throw std::logic_error{std::string{"nobody opened "} + typeid(Thing).name()};
        return *static_cast<Thing*>(found->second);
    }

private:
    std::unordered_map<std::type_index, void*> things_;
};

}
