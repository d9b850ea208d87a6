#include "gis_io/write/vectors/csv.hpp"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <stdexcept>

#include "models/base/error.hpp"
#include "tests/support/temp_folder.hpp"

namespace sise {

BOOST_AUTO_TEST_CASE(rfc_4180_quoting_and_empty_cells) {
  const testing::TempFolder folder;
  CsvWriter csv(folder / "a.csv", {"id", "名称", "value", "note"});
  csv.add({"U-1", "氯气, 储罐", 3e-6, "says \"no\""});
  csv.add({PropertyValue(), true, std::nan(""), PropertyList{1, 2}});
  csv.finish();
  BOOST_TEST(testing::content_of(folder / "a.csv") ==
             "id,名称,value,note\r\nU-1,\"氯气, 储罐\",3e-06,\"says \"\"no\"\"\"\r\n,true,,\"[1, 2]\"\r\n");
}

BOOST_AUTO_TEST_CASE(the_byte_order_mark_is_for_excel_only) {
  const testing::TempFolder folder;
  CsvWriter csv(folder / "a.csv", {"id"}, ByteOrderMark::for_excel);
  csv.finish();
  BOOST_TEST(testing::content_of(folder / "a.csv") == "\xEF\xBB\xBFid\r\n");
}

BOOST_AUTO_TEST_CASE(a_ragged_row_and_a_full_disk_are_errors) {
  const testing::TempFolder folder;
  CsvWriter csv(folder / "a.csv", {"id", "name"});
  BOOST_CHECK_THROW(csv.add({"only one"}), std::logic_error);
  CsvWriter full("/dev/full", {"id"});
  BOOST_CHECK_THROW(full.finish(), OutputError);
}

}  // namespace sise
