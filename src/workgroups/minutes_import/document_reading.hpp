// How handed-over documents are read, in a limited child process: at once where that is quick, otherwise by a job.
#pragma once

#include "platform/files/file_room.hpp"
#include "platform/reading/text_document.hpp"
#include "workgroups/minutes_import/document_import.hpp"

namespace workgroups {

// What a person handed over, with what is known of it before anything is kept.
struct HandedDocument {
    http::Upload upload{};
    std::string content_hash{};
    std::optional<reading::TextDocument> document{};    // nothing: a job will read it
    std::string refused{};                              // a text key
    std::optional<DocumentImport> same{};               // handed over to the group before
    const files::FileType* type = nullptr;              // nothing: of a kind whose bytes are not kept
};

inline constexpr std::uint64_t read_at_once_bytes = 1'000'000;    // of all that come with one form
inline constexpr std::size_t read_at_once_files = 5;

// Looks at it, and reads it where that is quick.  Nothing is written, and no lock held.
HandedDocument look_at_document(const http::Request&, db::Session& lookups, Id<WorkingGroup>, const http::Upload&,
                                bool at_once);
// A pasted text as a file.
http::Upload pasted(const std::string& text, const std::string& name);

// Keeps it with what was read, or queues its reading.  Expects one that is not refused; `file` was taken in before.
Id<DocumentImport> keep_document(const Author&, Id<WorkingGroup>, const HandedDocument&,
                                 std::optional<files::File> file);

void know_document_jobs(jobs::Workers&, files::FileRoom&);    // the room outlives the workers

}
