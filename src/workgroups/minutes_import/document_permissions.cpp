// Finds the document that permissions are about.
#include "workgroups/minutes_import/document_permissions.hpp"

namespace workgroups {

std::optional<ImportInView> ImportInView::find(db::Session& db, const std::string& named, Date day) {
    auto id = Id<DocumentImport>::parse(named);
    auto import = id ? find_document_import(db, *id) : std::nullopt;
    auto group = import ? find_group(db, import->group_id) : std::nullopt;
    auto view = group ? GroupInView::find(db, group->slug, day) : std::nullopt;
    if (!view) return {};
    return ImportInView{std::move(*view), std::move(*import)};
}

}
