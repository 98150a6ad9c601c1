// Work of one request that holds together: it takes a connection and begins with its first statement, and is undone
// unless it was committed.
#pragma once

#include "platform/db/database.hpp"
#include "platform/db/transaction.hpp"

namespace db {

class Work {
public:
    Work(Database& database, Intent intent) : database_{database}, intent_{intent} {}
    Work(const Work&) = delete;

    Session& session() {
        if (!lease_) {
            lease_.emplace(intent_ == Intent::write ? database_.write() : database_.read());
            transaction_.emplace(lease_->session(), intent_);
        }
        return transaction_->session();
    }
    void commit() {
        if (transaction_) transaction_->commit();
        transaction_.reset(), lease_.reset();
    }

private:
    Database& database_;
    Intent intent_;
    std::optional<Lease> lease_;
    std::optional<Transaction> transaction_;
};

}
