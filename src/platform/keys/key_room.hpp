// The key store of the instance, opened when it is first needed: an instance without secrets needs no master key.
#pragma once

#include "platform/keys/key_store.hpp"

#include <memory>
#include <mutex>

namespace keys {

class KeyRoom {
public:
    KeyRoom(std::string database, std::filesystem::path master_key)
        : url_{std::move(database)}, master_key_{std::move(master_key)} {}

    // Throws std::runtime_error with a sentence for the operator.  A master key is made only where no key was wrapped.
    KeyStore& store();

private:
    std::string url_;
    std::filesystem::path master_key_;
    std::mutex mutex_;
    std::unique_ptr<db::Database> database_;
    std::unique_ptr<KeyStore> store_;
};

}
