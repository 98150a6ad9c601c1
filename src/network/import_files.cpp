// Keeps files of imports while jobs need them.
#include "network/import_files.hpp"

#include "platform/base/json.hpp"

#include <boost/json.hpp>
#include <charconv>

namespace network {

ImportFile ImportFile::of(const jobs::Job& job) {
    auto read = boost::json::parse(job.input).as_object();
    return {std::string{read.at("import").as_string()}, std::string{read.at("file").as_string()}};
}

std::string ImportFile::as_input() const { return to_json(*this); }

std::filesystem::path keep_upload(const http::Upload& upload, const std::string& name) {
    auto kept = upload.file->parent_path() / name;
    std::error_code refused;
    std::filesystem::create_hard_link(*upload.file, kept, refused);
    if (refused) std::filesystem::copy_file(*upload.file, kept);
    return kept;
}

void remove_quietly(const std::filesystem::path& file) {
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
}

std::string file_of_import(db::Session& db, const std::optional<Id<jobs::Job>>& id) {
    auto job = id ? jobs::find(db, *id) : std::nullopt;
    if (!job) throw Conflict{};
    return ImportFile::of(*job).file;
}

bool stops_by_itself(db::Session& work, const std::optional<jobs::Job>& job) {
    if (!job || job->finished()) return false;
    jobs::ask_to_cancel(work, job->id);
    return job->state == "running";
}

std::uint64_t row_reached(const jobs::Job& job) {
    std::uint64_t row = 0;
    std::from_chars(job.checkpoint.data(), job.checkpoint.data() + job.checkpoint.size(), row);
    return row;
}

// A few times in a second are enough for a bar, and each is a transaction.
RowsDone rows_told_by(jobs::Run& run, std::int64_t all) {
    static constexpr auto often = std::chrono::milliseconds{500};
    return [&run, all, last = std::chrono::steady_clock::time_point{}](std::int64_t rows) mutable {
        auto now = std::chrono::steady_clock::now();
        if (now - last < often) return;
        last = now;
        run.progress(rows, std::max(all, rows), std::to_string(rows));
    };
}

}
