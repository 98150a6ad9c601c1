// So many may be inside at once; who comes later waits, and is let in strictly in the order of coming.
#pragma once

#include <chrono>
#include <condition_variable>
#include <list>
#include <mutex>

namespace db {

class Gate {
public:
    explicit Gate(int places) : places_{places} {}
    bool enter(std::chrono::milliseconds patience);    // false: nobody left in time
    void enter_beyond();                               // without a place, and without waiting for one
    void leave();

private:
    struct Waiting {
        std::condition_variable turn;
        bool admitted = false;
    };
    std::mutex mutex_;
    int places_;
    std::list<Waiting*> waiting_;
};

}
