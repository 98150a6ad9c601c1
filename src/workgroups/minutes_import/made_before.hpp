// What an earlier taking over of the same document made.
#pragma once

#include "workgroups/minutes_import/document_import.hpp"

namespace workgroups {

// Whether the record came into being by this document: one that was taken back lives again when it is taken once more.
inline bool made_before(db::Session& db, const DocumentImport& import, const Uuid& record) {
    return import.source_id &&
           db.maybe<std::int64_t>("SELECT 1 FROM changes WHERE record_id = $1 AND source_id = $2 AND kind = 'created'"
                                  " LIMIT 1",
                                  Id<void>{record}, *import.source_id);
}

}
