// Reads what was handed over, and keeps it.
#include "workgroups/minutes_import/document_reading.hpp"

#include "platform/base/json.hpp"
#include "platform/base/parts.hpp"
#include "platform/http/temporary_file.hpp"
#include "platform/reading/limited.hpp"

#include <boost/json.hpp>
#include <fstream>

namespace workgroups {

namespace {

constexpr auto reading_job = "documents.read";

// What the job is told of.
struct DocumentJob {
    std::string import{}, file{};

    static DocumentJob of(const jobs::Job& job) {
        auto read = boost::json::parse(job.input).as_object();
        return {std::string{read.at("import").as_string()}, std::string{read.at("file").as_string()}};
    }
    static void each_field(auto& job, auto& visit) { visit("import", job.import), visit("file", job.file); }
};

// Kinds of plain text that the room of files knows under one name only.
http::Upload as_kept(const http::Upload& upload) {
    auto kept = upload;
    auto ending = files::ending_of(upload.name);
    if (ending == ".md" || ending == ".markdown" || ending == ".eml" || ending == ".text") kept.name += ".txt";
    return kept;
}

std::string title_of(const http::Upload& upload) {
    auto name = files::clean_name(upload.name);
    return name.empty() ? "dokument" : name;
}

}

http::Upload pasted(const std::string& text, const std::string& name) {
    auto temporary = http::make_temporary_file(std::filesystem::temp_directory_path());
    std::ofstream{*temporary.path, std::ios::binary} << text;
    return {"text", name, temporary.path, text.size()};
}

HandedDocument look_at_document(const http::Request& request, db::Session& lookups, Id<WorkingGroup> group,
                                const http::Upload& upload, bool at_once) {
    HandedDocument handed{upload};
    auto& room = request.use<files::FileRoom>();
    if (upload.bytes == 0 || !upload.file) return handed.refused = "files.refused.empty", handed;
    if (std::int64_t(upload.bytes) > room.settings().bytes_most)
        return handed.refused = "files.refused.too_large", handed;
    handed.content_hash = files::sha256_of(upload);
    handed.same = same_document(lookups, group, handed.content_hash);
    if (handed.same) return handed.refused = "document.same", handed;
    auto look = room.look(request, lookups, as_kept(upload));
    // Kinds that are read but not kept are no reason; how much somebody handed over today is one.
    if (look.refused == "files.refused.too_large" || look.refused == "files.refused.too_many_today")
        return handed.refused = look.refused, handed;
    handed.type = look.type;
    bool pdf = look.type && look.type->code == "pdf";
    if (!at_once || pdf) return handed;
    try {
        handed.document = reading::read_limited(*upload.file);
    } catch (const reading::ReadingError& error) { handed.refused = std::string{reading::text_key(error.fault)}; }
    return handed;
}

Id<DocumentImport> keep_document(const Author& author, Id<WorkingGroup> group, const HandedDocument& handed,
                                 std::optional<files::File> file) {
    DocumentImport import;
    import.group_id = group, import.title = title_of(handed.upload), import.content_hash = handed.content_hash;
    if (file) {
        history::keep_new(author, *file);
        import.file_id = file->id;
    }
    add(author, import);
    import = *find_document_import(author.work, import.id);
    if (handed.document) return keep_what_was_read(author, import, *handed.document), import.id;
    auto waiting = handed.upload.file->parent_path() / ("document-" + to_text(import.id));
    std::error_code refused;
    std::filesystem::create_hard_link(*handed.upload.file, waiting, refused);
    if (refused) std::filesystem::copy_file(*handed.upload.file, waiting);
    auto after = import;
    after.job_id = jobs::enqueue(author.work, author.now, author.user, author.organisation, reading_job,
                                 ::to_json(DocumentJob{to_text(import.id), waiting.string()}));
    change(author, import, after);
    return import.id;
}

namespace {

// Saves as whoever handed it over.
template <class Save>
void save_read(jobs::Run& run, Id<DocumentImport> id, Save save) {
    run.database().in_write_transaction([&](db::Session& work) {
        auto import = find_document_import(work, id);
        if (!import || import->state != "reading") return;
        auto& kept = import->kept;
        auto source =
            history::keep_source(work, run.now(), kept.created_by, kept.organisation_id, "document", import->title);
        save(Author{work, run.now(), kept.created_by, kept.organisation_id, source}, *import);
    });
}

std::string read_in_job(jobs::Run& run, files::FileRoom& room) {
    auto [named, file] = DocumentJob::of(run.job());
    auto id = Id<DocumentImport>::parse(named).value();
    run.progress(0, 2);
    std::string outcome = "document.state.open";
    try {
        auto document = reading::read_limited(file);
        run.progress(1, 2);
        save_read(run, id, [&](const Author& author, auto& import) { keep_what_was_read(author, import, document); });
    } catch (const reading::ReadingError& error) {
        save_read(run, id, [&](const Author& author, auto& import) {
            keep_refusal(author, import, std::string{reading::text_key(error.fault)});
            // What cannot be read is not kept either.
            if (auto kept = import.file_id ? files::find(author.work, *import.file_id) : std::nullopt)
                room.erase(author, *kept);
        });
        outcome = "document.state.refused";
    }
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    return outcome;
}

}

void know_document_jobs(jobs::Workers& workers, files::FileRoom& room) {
    workers.know(reading_job, [&room](jobs::Run& run) { return read_in_job(run, room); });
}

}
