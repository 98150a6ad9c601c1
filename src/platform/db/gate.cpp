// A place that becomes free is handed to the first in the queue, so that no newcomer can take it in between.
#include "platform/db/gate.hpp"

namespace db {

bool Gate::enter(std::chrono::milliseconds patience) {
    std::unique_lock lock{mutex_};
    if (places_ > 0 && waiting_.empty()) {
        --places_;
        return true;
    }
    Waiting mine;
    auto place = waiting_.insert(waiting_.end(), &mine);
    if (mine.turn.wait_for(lock, patience, [&] { return mine.admitted; })) return true;
    waiting_.erase(place);
    return false;
}

void Gate::enter_beyond() {
    std::lock_guard lock{mutex_};
    --places_;
}

void Gate::leave() {
    std::lock_guard lock{mutex_};
    ++places_;
    if (places_ <= 0 || waiting_.empty()) return;
    --places_;
    waiting_.front()->admitted = true;
    waiting_.front()->turn.notify_one();
    waiting_.pop_front();
}

}
