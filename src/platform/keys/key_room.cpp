// Opens the key store.
#include "platform/keys/key_room.hpp"

namespace keys {

KeyStore& KeyRoom::store() {
    std::lock_guard lock{mutex_};
    if (store_) return *store_;
    if (url_.starts_with("sqlite:")) {
        auto folder = std::filesystem::path{url_.substr(7)}.parent_path();
        if (!folder.empty()) std::filesystem::create_directories(folder);
    }
    auto database = std::make_unique<db::Database>(url_);
    // Whether there are keys can be asked with any master key.
    KeyStore unopened{*database, Key::random()};
    unopened.prepare();
    auto store = std::make_unique<KeyStore>(*database, master_key(master_key_, unopened.count() == 0));
    database_ = std::move(database), store_ = std::move(store);
    return *store_;
}

}
