import { formatNumber } from '#shared/domain/text/format.ts'
/** Words of selecting, typing and of the menus of a table. */
export const handsText = {
  choices: 'Các lựa chọn',
  noChoice: '(để trống)',
  rowNumbers: 'Số dòng',
  selectAll: 'Chọn cả bảng',
  typeToAdd: 'Nhập vào đây để thêm dòng',
  field: (table: string) => `Ô đang chọn trong ${table}`,
  headerMenu: (column: string, sort: 'ascending' | 'descending' | null, isFiltered: boolean) =>
    [
      `Việc với cột ${column}`,
      sort === null ? '' : sort === 'ascending' ? 'đang xếp tăng dần' : 'đang xếp giảm dần',
      isFiltered ? 'đang lọc' : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  insertAbove: 'Chèn dòng trên',
  insertBelow: 'Chèn dòng dưới',
  addRow: 'Thêm dòng mới',
  removeRows: (count: number) => (count === 1 ? 'Xóa dòng' : `Xóa ${count} dòng`),
  fitColumn: 'Vừa độ rộng cột',
  tooManyToRemove: (most: number): string =>
    `Mỗi lần chỉ xóa được nhiều nhất ${formatNumber(most)} dòng. Hãy chọn ít dòng hơn rồi xóa.`,
  noCalculation: 'Phép tính chỉ dùng trong ô số. Ở ô này hãy nhập chữ, không bắt đầu bằng dấu “=”.',
  calculation: {
    syntax: (text: string) => `“${text}” không tính được. Hãy viết như =12+30 hoặc =(1.200-50)*2.`,
    divisionByZero: (text: string) => `“${text}” chia cho 0 nên không tính được.`,
    tooLarge: (text: string) => `“${text}” ra số quá lớn. Hãy kiểm tra lại các số.`,
  },
  wrongLeft: (table: string, cells: number) =>
    `Bảng ${table} còn ${cells} ô nhập sai chưa lưu được; các ô đó giữ giá trị cũ. Hãy mở lại bảng và nhập lại.`,
  newRowRefused: (reason: string) => `Chưa thêm được dòng mới: ${reason}`,
} as const
