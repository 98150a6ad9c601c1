// A file that somebody handed over: what is known of it.  Its bytes lie encrypted in a FileStore.
#pragma once

#include "platform/history/history.hpp"
#include "platform/keys/key_store.hpp"

namespace files {

struct File {
    Id<File> id{};
    db::Bytes name{};              // sealed with the key of the file
    db::Bytes content_sha256{};    // sealed likewise
    std::int64_t size_bytes = 0;
    std::string type{};    // code of file_types()
    Id<keys::KeyName> key_id{};
    Kept kept{};

    static constexpr auto table = "files";
    static void each_field(auto& file, auto& visit) {
        visit("id", file.id), visit("name", file.name), visit("content_sha256", file.content_sha256);
        visit("size_bytes", file.size_bytes), visit("type", file.type), visit("key_id", file.key_id);
        Kept::each_field(file.kept, visit);
    }
};

std::optional<File> find(db::Session&, Id<File>);

// How much a person handed over since a moment.
struct HandedOver {
    std::int64_t files = 0, bytes = 0;
    static void each_field(auto& sum, auto& visit) { visit("files", sum.files), visit("bytes", sum.bytes); }
};
HandedOver handed_over(db::Session&, Id<User>, Instant since);

// A name that is safe to show and to save under: without folders, control characters, characters that turn the
// direction of writing, and what Windows refuses; at most 150 bytes.  Empty where nothing is left.
std::string clean_name(std::string_view);
// .pdf of Zpráva.PDF, in small letters; empty where there is none.
std::string ending_of(std::string_view name);

std::string size_in_words(std::int64_t bytes);    // 340 B, 12 kB, 1,2 MB

}
