-- What led to places that became secret goes out of their history, as every save of such a place does from now on.
UPDATE field_changes SET old_value = NULL, new_value = NULL
WHERE field IN ('name', 'street', 'postal_code', 'municipality_code', 'municipality_name', 'address_code', 'latitude',
                'longitude', 'approximate', 'directions')
  AND change_id IN (SELECT changes.id FROM changes JOIN facilities ON facilities.id = record_id WHERE secret);
