import { Controller, Get } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { dispatchModes, repairClasses, type RepairClass } from '@property-office/contracts';
import { Operation } from '@property-office/service-kit';
import type { RepairCategory } from '../../domain/repair-categories';
import { Categories } from '../../persistence/categories';

export class CategoryName {
  @ApiProperty()
  zh!: string;

  @ApiProperty()
  en!: string;
}

export class FinishingNeeds {
  @ApiProperty()
  photo!: boolean;

  @ApiProperty()
  confirmation!: boolean;
}

export class RepairCategoryView {
  @ApiProperty()
  code!: string;

  @ApiProperty({ type: CategoryName })
  name!: CategoryName;

  @ApiProperty({ enum: repairClasses })
  repairClass!: RepairClass;

  @ApiProperty({ enum: dispatchModes })
  dispatchMode!: string;

  @ApiProperty({ type: FinishingNeeds })
  finishingNeeds!: FinishingNeeds;

  @ApiProperty({ type: () => [RepairCategoryView] })
  children!: RepairCategoryView[];
}

export class RepairCategoryTree {
  @ApiProperty({ type: [RepairCategoryView] })
  items!: RepairCategoryView[];
}

@Controller('api/repair-categories')
export class ListCategoriesController {
  constructor(private readonly categories: Categories) {}

  @Get()
  @Operation('tickets.listCategories', { summary: { zh: '报修类别', en: 'Repair categories' }, ok: 200, okBody: RepairCategoryTree })
  async list(): Promise<RepairCategoryTree> {
    return { items: childrenOf(null, await this.categories.all()) };
  }
}

export function childrenOf(parent: string | null, all: RepairCategory[]): RepairCategoryView[] {
  return all
    .filter((category) => category.parent === parent)
    .map(({ code, name, repairClass, dispatchMode, finishingNeeds }) => ({
      code,
      name,
      repairClass,
      dispatchMode,
      finishingNeeds,
      children: childrenOf(code, all),
    }));
}
