// Lends connections.
#include "platform/db/database.hpp"

namespace db {

Lease::~Lease() {
    if (!session_) return;
    std::lock_guard lock{database_->mutex_};
    (writer_ ? database_->writers_ : database_->readers_).push_back(std::move(session_));
}

Lease Database::read() {
    std::unique_ptr<Session> session;
    {
        std::lock_guard lock{mutex_};
        if (!readers_.empty()) session = std::move(readers_.back()), readers_.pop_back();
    }
    if (!session) session = std::make_unique<Session>(url_);
    return {*this, std::move(session), {}, false};
}

Lease Database::write() {
    std::unique_lock turn{writing_, std::defer_lock};
    if (embedded()) turn.lock();
    std::unique_ptr<Session> session;
    {
        std::lock_guard lock{mutex_};
        if (!writers_.empty()) session = std::move(writers_.back()), writers_.pop_back();
    }
    if (!session) session = std::make_unique<Session>(url_);
    return {*this, std::move(session), std::move(turn), true};
}

}
