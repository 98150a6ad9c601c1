// What imports of handed-over files share: the file waits beside the uploads while jobs read and apply it.
#pragma once

#include "platform/http/request.hpp"
#include "platform/jobs/jobs.hpp"

#include <filesystem>
#include <functional>

namespace network {

// What a job is told of: the import and its file; the file may be empty.
struct ImportFile {
    std::string import{}, file{};

    static ImportFile of(const jobs::Job&);
    std::string as_input() const;
    static void each_field(auto& input, auto& visit) { visit("import", input.import), visit("file", input.file); }
};

// A second name, in the same folder, for the uploaded file, which itself is removed with the request.
std::filesystem::path keep_upload(const http::Upload&, const std::string& name);
void remove_quietly(const std::filesystem::path&);

// The file of an import whose job is known; throws Conflict where there is none.
std::string file_of_import(db::Session&, const std::optional<Id<jobs::Job>>&);

// Asks a job that has not ended to stop.  True: it stops after its step, and tidies up then; false: it never will.
bool stops_by_itself(db::Session& work, const std::optional<jobs::Job>&);

// The row up to which all was applied in an earlier attempt.
std::uint64_t row_reached(const jobs::Job&);

// How far a table is, told to whoever looks at the job; may throw to stop the work.
using RowsDone = std::function<void(std::int64_t rows)>;
RowsDone rows_told_by(jobs::Run&, std::int64_t all);

}
